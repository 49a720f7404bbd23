package vn.toso.notifications.notice;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/** How far work that follows the clock has come, so that a day is gone through once and none is left out. */
final class Marks {

    private final MongoCollection<Document> marks;

    Marks(Store store) {
        this.marks = store.collection("notice_marks", Document.class);
    }

    Mono<String> find(String work) {
        return Mono.from(marks.find(eq("_id", work)).first()).map(found -> found.getString("upTo"));
    }

    Mono<Void> set(String work, String upTo) {
        Document mark = new Document("_id", work).append("upTo", upTo);
        return Mono.from(marks.replaceOne(eq("_id", work), mark, new ReplaceOptions().upsert(true)))
                .then();
    }
}
