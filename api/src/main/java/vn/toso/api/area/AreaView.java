package vn.toso.api.area;

import org.springframework.stereotype.Component;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;

/** An area in its place in today's tree. */
@Component
final class AreaView implements DocumentView<Area> {

    private final Places places;

    AreaView(Places places) {
        this.places = places;
    }

    @Override
    public Class<Area> type() {
        return Area.class;
    }

    @Override
    public Object of(Actor actor, Area document) {
        return places.of(document);
    }
}
