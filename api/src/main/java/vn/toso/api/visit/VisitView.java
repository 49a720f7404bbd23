package vn.toso.api.visit;

import org.springframework.stereotype.Component;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.visit.Visit;

/** A visit as it is on file. */
@Component
final class VisitView implements DocumentView<Visit> {

    private final VisitMapper mapper;

    VisitView(VisitMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Class<Visit> type() {
        return Visit.class;
    }

    @Override
    public Object of(Actor actor, Visit document) {
        return mapper.toResponse(document);
    }
}
