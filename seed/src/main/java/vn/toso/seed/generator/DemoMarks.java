package vn.toso.seed.generator;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/** The store's one {@link DemoMark}. */
final class DemoMarks {

    private final MongoCollection<DemoMark> marks;

    DemoMarks(Store store) {
        this.marks = store.collection("demo_load", DemoMark.class);
    }

    /** The mark that is there, or the given one when there is none: of two nodes that begin, both get the same. */
    Mono<DemoMark> beginWith(DemoMark mark) {
        return find().switchIfEmpty(Mono.from(marks.insertOne(mark))
                .onErrorResume(MongoWriteException.class, taken -> Mono.empty())
                .then(find()));
    }

    /** Empty before anything was loaded. */
    Mono<DemoMark> find() {
        return Mono.from(marks.find(eq("_id", DemoMark.ID)).first());
    }

    Mono<UpdateResult> hamletsDone(int hamlets) {
        return Mono.from(marks.updateOne(eq("_id", DemoMark.ID), Updates.max("hamlets", hamlets)));
    }

    Mono<UpdateResult> complete() {
        return Mono.from(marks.updateOne(eq("_id", DemoMark.ID), Updates.set("complete", true)));
    }
}
