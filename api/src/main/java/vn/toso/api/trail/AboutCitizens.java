package vn.toso.api.trail;

import java.util.UUID;
import java.util.stream.Stream;

/** An answer that shows what is kept of citizens: whoever gets it by a GET is written down with the households. */
public interface AboutCitizens {

    /** The households that it shows, or whose visits it shows; the same one may come several times. */
    Stream<UUID> households();

    /** Those that an answer, or a part of one, is about; none where it isn't about citizens. */
    static Stream<UUID> in(Object answer) {
        return answer instanceof AboutCitizens shown ? shown.households() : Stream.empty();
    }
}
