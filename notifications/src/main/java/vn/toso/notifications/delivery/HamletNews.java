package vn.toso.notifications.delivery;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;

/** When there was last news for the phones of each hamlet, as the change log tells. */
public final class HamletNews implements ChangeListener {

    /** @param at of the latest change */
    public record Latest(@BsonId AreaId hamlet, Instant at) {}

    private final MongoCollection<Latest> latest;
    private final AreaTrees trees;

    public HamletNews(Store store, AreaTrees trees) {
        this.latest = store.collection("hamlet_news", Latest.class);
        this.trees = trees;
    }

    @Override
    public String name() {
        return "hamlet-news";
    }

    /** The log names other places than hamlets too, which are somebody's own. */
    @Override
    public Mono<Void> handle(List<Change> changes) {
        Map<AreaId, Instant> moments = new HashMap<>();
        for (Change change : changes) {
            AreaId hamlet = change.hamlet();
            if (hamlet != null && trees.current().find(hamlet).isPresent()) {
                moments.merge(hamlet, change.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return moments.isEmpty() ? Mono.empty() : note(moments);
    }

    private Mono<Void> note(Map<AreaId, Instant> moments) {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        List<UpdateOneModel<Latest>> models = moments.entrySet().stream()
                .map(news -> new UpdateOneModel<Latest>(eq("_id", news.getKey()), max("at", news.getValue()), upsert))
                .toList();
        return Mono.from(latest.bulkWrite(models, new BulkWriteOptions().ordered(false)))
                .then();
    }

    /** Of every hamlet that ever had any. */
    Mono<Map<AreaId, Instant>> all() {
        return Flux.from(latest.find()).collectMap(Latest::hamlet, Latest::at);
    }
}
