package vn.toso.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What happened in all the evenings: a simulation in which nothing goes wrong proves nothing. */
final class Tally {

    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void add(Evening evening, Collection<Item> items) {
        count("evenings", 1);
        count("phones", evening.phones().size());
        evening.phones()
                .forEach(phone ->
                        count("told to fetch everything anew", phone.network().resyncs()));
        for (Item item : items) {
            count("items", 1);
            count("told " + item.told().outcome(), 1);
            if (item.held() != null) {
                count("held, then " + item.held().getString("state"), 1);
            }
        }
    }

    synchronized void lookedTwice() {
        count("second looks", 1);
    }

    synchronized void deaths(int deaths) {
        count("deaths of nodes", deaths);
    }

    private void count(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    /** @param enough whether enough evenings were played for that */
    synchronized void assertThatEverythingHappened(boolean enough) {
        if (enough) {
            assertThat(counts)
                    .as("what happened")
                    .containsKeys(
                            "told APPLIED",
                            "told ALREADY_APPLIED",
                            "told CONFLICT",
                            "told REJECTED",
                            "told QUARANTINED",
                            "held, then PENDING",
                            "held, then ACCEPTED",
                            "held, then REJECTED",
                            "deaths of nodes");
        }
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
