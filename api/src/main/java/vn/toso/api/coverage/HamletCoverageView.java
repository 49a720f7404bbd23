package vn.toso.api.coverage;

import org.springframework.stereotype.Component;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.coverage.HamletCoverage;

/** What was counted in a hamlet. */
@Component
final class HamletCoverageView implements DocumentView<HamletCoverage> {

    private final CoverageMapper mapper;

    HamletCoverageView(CoverageMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Class<HamletCoverage> type() {
        return HamletCoverage.class;
    }

    @Override
    public Object of(Actor actor, HamletCoverage document) {
        return mapper.toResponse(document);
    }
}
