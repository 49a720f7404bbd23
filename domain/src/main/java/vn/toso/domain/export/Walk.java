package vn.toso.domain.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.ByHamlet;
import vn.toso.domain.storage.ByHamlet.Place;

/**
 * Goes through the documents of many hamlets, page by page: a statement each, which is over when its page is there. So
 * however slowly somebody reads, the database holds nothing for them. Not for use by two threads at once.
 */
final class Walk<D> {

    /** Rows of a page: some hundred kilobytes. */
    static final int PAGE = 1_000;

    /** So many small hamlets may share a page. */
    private static final int MOST_HAMLETS = 64;

    private final ByHamlet<D> documents;
    private final List<AreaId> hamlets;
    private final Map<AreaId, Integer> indexes = new HashMap<>();
    private int next;
    private int together = 1;
    private @Nullable Place inside;

    /**
     * @param hamlets in the order of their ids' bytes
     * @param after where somebody stopped reading; null to begin
     */
    Walk(ByHamlet<D> documents, List<AreaId> hamlets, @Nullable Place after) {
        this.documents = documents;
        this.hamlets = hamlets;
        for (int i = 0; i < hamlets.size(); i++) {
            indexes.put(hamlets.get(i), i);
        }
        if (after != null) {
            begin(after);
        }
    }

    private void begin(Place after) {
        String last = after.hamlet().toString();
        while (next < hamlets.size() && hamlets.get(next).toString().compareTo(last) <= 0) {
            next++;
        }
        // A hamlet that is no longer among them shows nothing more.
        inside = indexes.containsKey(after.hamlet()) ? after : null;
    }

    /** The pages, each read when it is asked for; some may be empty. */
    Flux<List<D>> pages() {
        return hasMore() ? Mono.defer(this::request).repeat(this::hasMore) : Flux.empty();
    }

    private boolean hasMore() {
        return inside != null || next < hamlets.size();
    }

    private Mono<List<D>> request() {
        Place place = inside;
        int end = Math.min(next + together, hamlets.size());
        Flux<D> found = place == null
                ? Flux.from(documents.first(hamlets.subList(next, end), PAGE))
                : Flux.from(documents.after(place, PAGE));
        return found.collectList().doOnNext(page -> goOn(page, place == null ? end : next));
    }

    /** @param end the first hamlet that was not asked for */
    private void goOn(List<D> page, int end) {
        boolean full = page.size() == PAGE;
        inside = full ? documents.placeOf(page.get(PAGE - 1)) : null;
        Integer last = inside == null ? null : indexes.get(inside.hamlet());
        next = last == null ? end : last + 1;
        together = full ? Math.max(1, together / 2) : Math.min(MOST_HAMLETS, together * 2);
    }
}
