package vn.toso.api.visit;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.Visit;

/** Between a visit on the wire and a visit on file. */
@Mapper
interface VisitMapper {

    @Mapping(target = "memberIds", source = "members", qualifiedByName = "noneIfAbsent")
    RecordVisit.Command toCommand(VisitRequest request);

    @Mapping(target = "version", source = "revision.version")
    @Mapping(target = "reportedAt", source = "visit", qualifiedByName = "reportedIfCapped")
    @Mapping(target = "generated", source = "generated", qualifiedByName = "trueOrAbsent")
    @Mapping(target = "afterFreeze", source = "visit", qualifiedByName = "trueIfAfterFreeze")
    VisitResponse toResponse(Visit visit);

    @Named("noneIfAbsent")
    default List<MemberId> noneIfAbsent(@Nullable List<MemberId> members) {
        return members == null ? List.of() : members;
    }

    @Named("reportedIfCapped")
    default @Nullable OffsetDateTime reportedIfCapped(Visit visit) {
        return visit.reportedAt().toInstant().equals(visit.occurredAt()) ? null : visit.reportedAt();
    }

    @Named("trueIfAfterFreeze")
    default @Nullable Boolean trueIfAfterFreeze(Visit visit) {
        return visit.monthFrozenAt() == null ? null : Boolean.TRUE;
    }

    @Named("trueOrAbsent")
    default @Nullable Boolean trueOrAbsent(boolean generated) {
        return generated ? Boolean.TRUE : null;
    }
}
