package vn.toso.api.coverage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.LiveCoverage.Picture;

/** A picture in the bytes of server-sent events, written once for however many listen. */
final class Frame {

    private static final byte[] NOTHING_NEW = ": nothing new\n\n".getBytes(StandardCharsets.UTF_8);

    private final Picture picture;
    private final Function<CoverageEvent, String> json;
    private final CoverageMapper mapper;
    private final long devicesNotSynced;
    private byte @Nullable [] whole;
    private byte @Nullable [] change;

    Frame(Picture picture, long devicesNotSynced, CoverageMapper mapper, Function<CoverageEvent, String> json) {
        this.picture = picture;
        this.devicesNotSynced = devicesNotSynced;
        this.mapper = mapper;
        this.json = json;
    }

    long number() {
        return picture.number();
    }

    /** @param seen the id of the last event that somebody has; null for none */
    byte[] first(@Nullable String seen) {
        return picture.mark().equals(seen) ? NOTHING_NEW : whole();
    }

    /** What changed, for whoever has the picture before; everything for whoever missed that. */
    byte[] after(long sent) {
        return sent == picture.number() - 1 ? change() : whole();
    }

    private synchronized byte[] whole() {
        byte[] known = whole;
        if (known == null) {
            known = event("coverage", picture.children());
            whole = known;
        }
        return known;
    }

    private synchronized byte[] change() {
        byte[] known = change;
        if (known == null) {
            List<AreaCoverage> moved = picture.children().stream()
                    .filter(child -> picture.changed().contains(child.area()))
                    .toList();
            known = event("change", moved);
            change = known;
        }
        return known;
    }

    private byte[] event(String name, List<AreaCoverage> children) {
        CoverageEvent said = mapper.toEvent(picture.area(), children, picture.asOf(), devicesNotSynced);
        String text = "id: " + picture.mark() + "\nevent: " + name + "\ndata: " + json.apply(said) + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
