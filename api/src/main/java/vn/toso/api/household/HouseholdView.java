package vn.toso.api.household;

import org.springframework.stereotype.Component;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.household.Household;

/** A household with its residents. */
@Component
final class HouseholdView implements DocumentView<Household> {

    private final HouseholdMapper mapper;

    HouseholdView(HouseholdMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Class<Household> type() {
        return Household.class;
    }

    @Override
    public Object of(Actor actor, Household document) {
        return mapper.toResponse(document);
    }
}
