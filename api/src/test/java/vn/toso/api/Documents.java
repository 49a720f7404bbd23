package vn.toso.api;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import java.time.Duration;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Flux;
import vn.toso.domain.storage.Store;

/** What lies in the store of the running application, for tests that nothing was written. */
@TestComponent
public final class Documents {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Store store;

    Documents(Store store) {
        this.store = store;
    }

    /**
     * Every document of a collection and every entry about it in the change log, as text.
     *
     * @param kind what the log calls its documents
     */
    public String of(String collection, String kind) {
        return text(Flux.from(store.database().getCollection(collection).find().sort(ascending("_id"))))
                + text(Flux.from(store.database()
                        .getCollection("changes")
                        .find(eq("kind", kind))
                        .sort(ascending("_id"))));
    }

    /** How many documents of a collection have that value in that field. */
    public long count(String collection, String field, Object value) {
        return Flux.from(store.database().getCollection(collection).find(eq(field, value)))
                .count()
                .block(SOON);
    }

    private static String text(Flux<Document> documents) {
        return documents
                .map(Document::toJson)
                .collect(Collectors.joining("\n", "", "\n"))
                .block(SOON);
    }
}
