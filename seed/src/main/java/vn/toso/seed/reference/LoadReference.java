package vn.toso.seed.reference;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.coverage.Target;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Loader;
import vn.toso.domain.storage.Store;
import vn.toso.seed.reference.UpgradeRows.Tally;

/**
 * Loads the units, the catalogue and the province's figures. A row that nobody edited follows the tables of this
 * release; a row that somebody edited stays as it is and is named in the log when its table changed.
 */
final class LoadReference implements Loader {

    /** Goes up by one with every change to the tables: an older node that starts beside a newer one undoes nothing. */
    static final int RELEASE = 1;

    private static final Logger LOG = LoggerFactory.getLogger(LoadReference.class);

    /**
     * Public for the codec.
     *
     * @param number the newest release that was loaded completely
     */
    public record Release(@BsonId String id, int number) {}

    private final MongoCollection<Release> releases;
    private final int release;
    private final List<UpgradeRows<?>> parts;

    LoadReference(
            Store store,
            LoggedCollection<Area> areas,
            LoggedCollection<Service> services,
            LoggedCollection<Target> targets) {
        this(
                store,
                RELEASE,
                List.of(
                        new UpgradeRows<>(store, areas, Area.class, ReferenceAreas.read()),
                        new UpgradeRows<>(store, services, Service.class, ReferenceServices.read()),
                        new UpgradeRows<>(store, targets, Target.class, ReferenceTargets.read())));
    }

    LoadReference(Store store, int release, List<UpgradeRows<?>> parts) {
        this.releases = store.collection("reference_release", Release.class);
        this.release = release;
        this.parts = parts;
    }

    @Override
    public String name() {
        return "reference data";
    }

    @Override
    public Mono<String> load() {
        return Mono.from(releases.find(eq("_id", "reference")).first())
                .map(Release::number)
                .defaultIfEmpty(0)
                .flatMap(loaded -> loaded > release ? Mono.just(leftAlone(loaded)) : upgrade());
    }

    private String leftAlone(int loaded) {
        return "Reference data: left as release " + loaded + " wrote it; this is release " + release;
    }

    private Mono<String> upgrade() {
        return Flux.fromIterable(parts)
                .concatMap(UpgradeRows::run)
                .doOnNext(LoadReference::nameEdited)
                .map(LoadReference::told)
                .collect(Collectors.joining(", ", "Reference data: ", ""))
                .delayUntil(told -> remember());
    }

    private Mono<Release> remember() {
        return Mono.from(releases.findOneAndUpdate(
                eq("_id", "reference"), Updates.max("number", release), new FindOneAndUpdateOptions().upsert(true)));
    }

    private static void nameEdited(Tally tally) {
        if (!tally.edited().isEmpty()) {
            LOG.warn(
                    "{} changed in the reference data but were edited here and stay as they are: {}",
                    tally.kind(),
                    tally.edited());
        }
    }

    private static String told(Tally tally) {
        String written = tally.added() + tally.updated() == 0
                ? " up to date"
                : " (" + tally.added() + " new, " + tally.updated() + " updated)";
        String kept = tally.edited().isEmpty() ? "" : ", " + tally.edited().size() + " edited here kept";
        return tally.rows() + " " + tally.kind() + "s" + written + kept;
    }
}
