package vn.toso.api.service;

import org.springframework.stereotype.Component;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.service.Service;

/** A row of the catalogue. */
@Component
final class ServiceView implements DocumentView<Service> {

    private final ServiceMapper mapper;

    ServiceView(ServiceMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Class<Service> type() {
        return Service.class;
    }

    @Override
    public Object of(Actor actor, Service document) {
        return mapper.toResponse(document);
    }
}
