package vn.toso.api.export;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.toso.domain.export.Export;

/** From what was written down to what is answered. */
@Mapper
interface ExportMapper {

    @Mapping(target = "area", source = "filter.area")
    @Mapping(target = "from", source = "filter.from")
    @Mapping(target = "to", source = "filter.to")
    @Mapping(target = "service", source = "filter.service")
    @Mapping(target = "after", source = "filter.after")
    @Mapping(target = "personal", source = "filter.personal")
    ExportResponse toResponse(Export export);
}
