package vn.toso.api.trail;

import java.util.UUID;
import java.util.stream.Stream;
import vn.toso.domain.storage.Page;

/** An answer that shows what is kept of citizens: whoever gets it by a GET is written down with the households. */
public interface AboutCitizens {

    /** The households that it shows, or whose visits it shows; the same one may come several times. */
    Stream<UUID> households();

    /** Those that an answer, a part of one, or a page of a list is about; none where it isn't about citizens. */
    static Stream<UUID> in(Object answer) {
        if (answer instanceof Page<?> page) {
            return page.items().stream().flatMap(AboutCitizens::in);
        }
        return answer instanceof AboutCitizens shown ? shown.households() : Stream.empty();
    }
}
