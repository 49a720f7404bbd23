package vn.toso.seed.phone;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the phone keeps of the server's documents, and the cursor that says up to where. An app has this in SQLite: each
 * method that changes something is one transaction there. Unsent work is not in here but in the {@link Outbox}; screens
 * show the one on top of the other.
 */
public final class LocalStore {

    private final Map<Document.Key, Document> documents = new HashMap<>();
    private @Nullable String cursor;

    /** Takes a page and moves the cursor behind it: both or neither, so that a page is never lost or half there. */
    void take(Page page) {
        dropHamlets(page.left());
        page.removes().forEach(documents::remove);
        page.puts().forEach(put -> documents.put(put.key(), put));
        cursor = page.next();
    }

    /** Forgets everything about hamlets that are no longer the member's. */
    void dropHamlets(Set<String> left) {
        documents.values().removeIf(document -> document.hamlet() != null && left.contains(document.hamlet()));
    }

    /** Visits leave the phone after some weeks by themselves: the server says since when it counts them. */
    void forgetVisitsBefore(Instant since) {
        documents
                .values()
                .removeIf(document -> document.kind().equals("visit")
                        && OffsetDateTime.parse(
                                        document.body().get("occurredAt").asString())
                                .toInstant()
                                .isBefore(since));
    }

    /** Where the next pull goes on; null before the first one. */
    @Nullable
    String cursor() {
        return cursor;
    }

    public @Nullable Document get(String kind, UUID id) {
        return documents.get(new Document.Key(kind, id));
    }

    public Collection<Document> documents() {
        return Collections.unmodifiableCollection(documents.values());
    }
}
