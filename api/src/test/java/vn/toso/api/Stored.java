package vn.toso.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import reactor.core.publisher.Flux;
import vn.toso.domain.storage.Store;

/** What lies in the database, for tests that promise that nothing changes there. */
public final class Stored {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> COLLECTIONS = List.of("areas", "members", "teams", "services", "households");

    private final Store store;

    public Stored(Store store) {
        this.store = store;
    }

    /** Runs what is to be refused and asserts that every document is afterwards what it was before. */
    public void staysAsItIs(Runnable refused) {
        Map<String, List<String>> before = everything();
        refused.run();
        assertThat(everything()).isEqualTo(before);
    }

    private Map<String, List<String>> everything() {
        Map<String, List<String>> documents = new TreeMap<>();
        COLLECTIONS.forEach(name -> documents.put(name, all(name)));
        return documents;
    }

    /** Without what follows from other tests' visits at a time of its own choosing. */
    private List<String> all(String collection) {
        return Flux.from(store.collection(collection, Document.class)
                        .find()
                        .sort(Sorts.ascending("_id"))
                        .projection(Projections.exclude(
                                "revision",
                                "sealed",
                                "listing",
                                "services",
                                "residents.services",
                                "visitedFirstOn",
                                "visitedLastOn")))
                .map(Document::toString)
                .collectList()
                .block(SOON);
    }
}
