package vn.toso.domain.storage;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A process that writes to an embedded store until it is killed, and prints what was acknowledged: {@code insert <id>}
 * and {@code counter <name> <value>}.
 */
final class EmbeddedWriter {

    private static final PrintStream OUT = System.out;

    private EmbeddedWriter() {}

    public static void main(String[] arguments) throws InterruptedException {
        Store store = Store.open(new StorageSettings(null, Path.of(arguments[0]), null));
        store.createIndexes(
                        "visits",
                        List.of(
                                new IndexModel(Indexes.ascending("hamlet", "number")),
                                new IndexModel(Indexes.ascending("number"), new IndexOptions().unique(true))))
                .block(Duration.ofSeconds(30));
        say("open");
        Flux.range(0, Integer.parseInt(arguments[1]))
                .flatMap(writer -> writeForever(store, writer), 64)
                .subscribe();
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }

    private static Flux<Void> writeForever(Store store, int writer) {
        MongoCollection<Document> visits = store.collection("visits", Document.class);
        MongoCollection<Document> counters = store.collection("counters", Document.class);
        return Flux.range(0, Integer.MAX_VALUE)
                .concatMap(i -> i % 3 == 0 ? count(counters, "writer-" + writer, i) : insert(visits, writer), 1);
    }

    private static Mono<Void> insert(MongoCollection<Document> visits, int writer) {
        UUID id = UUID.randomUUID();
        Document visit = new Document("_id", id)
                .append("hamlet", "hamlet-" + writer % 5)
                .append("number", id.toString())
                .append("note", "Cài VNeID cho cả nhà, hẹn thứ bảy quay lại".repeat(4));
        return Mono.from(visits.insertOne(visit))
                .doOnNext(done -> say("insert " + id))
                .then();
    }

    private static Mono<Void> count(MongoCollection<Document> counters, String name, int value) {
        Document counter = new Document("_id", name).append("value", value);
        return Mono.from(counters.replaceOne(Filters.eq("_id", name), counter, new ReplaceOptions().upsert(true)))
                .doOnNext(done -> say("counter " + name + " " + value))
                .then();
    }

    private static void say(String line) {
        synchronized (OUT) {
            OUT.print(line + "\n");
            OUT.flush();
        }
    }
}
