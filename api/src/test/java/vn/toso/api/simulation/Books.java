package vn.toso.api.simulation;

import static com.mongodb.client.model.Filters.in;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.vault.Opened;
import vn.toso.domain.vault.Vault;

/** What lies in the database, read past the nodes. */
final class Books {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final List<UUID> hamlets;

    Books(Cluster cluster, List<AreaId> hamlets) {
        this.cluster = cluster;
        this.hamlets = hamlets.stream().map(AreaId::value).toList();
    }

    Map<UUID, Document> byId(String collection, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : keyed(find(collection, in("_id", ids)));
    }

    /** Everything of the evening's hamlets. */
    Map<UUID, Document> here(String collection) {
        return keyed(find(collection, in("hamletId", hamlets)));
    }

    private static Map<UUID, Document> keyed(List<Document> found) {
        return found.stream().collect(Collectors.toMap(document -> document.get("_id", UUID.class), one -> one));
    }

    private List<Document> find(String collection, Bson filter) {
        return Objects.requireNonNull(Flux.from(Opened.collection(cluster.database(), collection, vault())
                        .find(filter))
                .collectList()
                .block(SOON));
    }

    private Vault vault() {
        return cluster.first().bean(Store.class).vault();
    }

    static List<Document> residents(Document home) {
        return home.getList("residents", Document.class);
    }

    static long version(Document document) {
        return document.get("revision", Document.class)
                .get("version", Number.class)
                .longValue();
    }
}
