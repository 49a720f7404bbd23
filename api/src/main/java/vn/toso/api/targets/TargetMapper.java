package vn.toso.api.targets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.coverage.SetTarget;
import vn.toso.domain.coverage.TargetProgress;
import vn.toso.domain.coverage.TargetProgress.Reading;

/** Between a target on the wire and a target on file. */
@Mapper
interface TargetMapper {

    SetTarget.Command toCommand(TargetRequest request);

    @Mapping(target = ".", source = "target")
    @Mapping(target = "version", source = "target.revision.version")
    TargetResponse toResponse(Reading reading);

    @Mapping(target = "paceNeeded", source = "paceNeeded", qualifiedByName = "rounded")
    @Mapping(target = "pace", source = "pace", qualifiedByName = "rounded")
    TargetResponse.Progress toProgress(TargetProgress.Progress progress);

    @Mapping(target = "items", source = "answer.targets")
    TargetResponse.Many toResponse(TargetProgress.Answer answer, long devicesNotSynced);

    /** To two decimals: a pace of 3.57 units a day. */
    @Named("rounded")
    default @Nullable Double rounded(@Nullable Double pace) {
        return pace == null
                ? null
                : (Double) BigDecimal.valueOf(pace)
                        .setScale(2, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
