package vn.toso.domain.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The commands of an embedded server in memory, given without a network. */
final class LocalCommands implements AutoCloseable {

    private static final String DATABASE = "test";

    private final StoreFile file = StoreFile.open(null);
    private final Commands commands = new Commands(file);
    private final Channel channel = new EmbeddedChannel();

    Document run(Document command) {
        Document answer = commands.answer(channel, DATABASE, command);
        assertThat(answer.get("ok")).as("%s", answer).isIn(1, 1.0);
        assertThat(answer.containsKey("writeErrors")).as("%s", answer).isFalse();
        return answer;
    }

    void createIndex(String collection, boolean unique, String... fields) {
        Document key = new Document();
        Arrays.stream(fields).forEach(field -> key.append(field, 1));
        run(new Document("createIndexes", collection)
                .append(
                        "indexes",
                        List.of(new Document("key", key)
                                .append("name", String.join("_", fields))
                                .append("unique", unique))));
    }

    void insert(String collection, int count, IntFunction<Document> document) {
        run(new Document("insert", collection)
                .append(
                        "documents",
                        IntStream.range(0, count).mapToObj(document).toList()));
    }

    List<Document> find(String collection, Document query, Document order, int limit) {
        return firstBatch(run(new Document("find", collection)
                .append("filter", query)
                .append("sort", order)
                .append("limit", limit)));
    }

    @SuppressWarnings("unchecked")
    static List<Document> firstBatch(Document answer) {
        return List.copyOf((Collection<Document>) ((Document) answer.get("cursor")).get("firstBatch"));
    }

    Collection<OrderedIndex> indexes(String collection) {
        return commands.resolveDatabase(DATABASE).resolveCollection(collection, true).getIndexes().stream()
                .map(OrderedIndex.class::cast)
                .toList();
    }

    @Override
    public void close() {
        file.close();
    }
}
