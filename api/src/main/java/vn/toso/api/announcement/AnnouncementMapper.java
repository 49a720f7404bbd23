package vn.toso.api.announcement;

import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.toso.notifications.announcement.Announce;
import vn.toso.notifications.announcement.Announcement;

/** Between an announcement on the wire and on file. */
@Mapper
interface AnnouncementMapper {

    @Mapping(target = "urgent", defaultValue = "false")
    Announce.Command toCommand(AnnouncementRequest request);

    @Mapping(target = "title", source = "said.text.title")
    @Mapping(target = "text", source = "said.text.body")
    @Mapping(target = "version", source = "said.revision.version")
    @Mapping(target = "id", source = "said.id")
    @Mapping(target = "delivered", source = "delivered")
    @Mapping(target = "read", source = "read")
    AnnouncementResponse toResponse(Announcement said, @Nullable Long delivered, @Nullable Long read);

    default AnnouncementResponse toResponse(Announcement said) {
        return toResponse(said, null, null);
    }
}
