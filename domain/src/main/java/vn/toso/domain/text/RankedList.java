package vn.toso.domain.text;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;

/**
 * Lists people's documents by {@code sortKey} and id, page by page; in a search those with the exact accents first.
 * A page is found by where the last one ended, never by counting, so what is added meanwhile shifts nothing.
 *
 * @param <D> the document
 */
public final class RankedList<D extends Versioned<D> & Listed> {

    private static final String EXACT = "0";
    private static final String INEXACT = "1";

    private record Start(
            String rank, String sortKey, @Nullable UUID id) {
        static final Start OF_LIST = new Start(EXACT, "", null);

        static Start after(@Nullable String token) {
            if (token == null) {
                return OF_LIST;
            }
            List<String> parts = PageToken.parts(token, 3);
            return new Start(parts.get(0), parts.get(1), PageToken.uuid(parts.get(2)));
        }

        Bson filter() {
            return id == null
                    ? Filters.empty()
                    : or(gt("sortKey", sortKey), and(eq("sortKey", sortKey), gt("_id", id)));
        }
    }

    private final MongoCollection<D> documents;

    public RankedList(MongoCollection<D> documents) {
        this.documents = documents;
    }

    /**
     * @param scoped what the caller may see and asked for beside the search
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<D>> page(Bson scoped, Search search, int limit, @Nullable String after) {
        return Mono.defer(() -> {
            PageToken.checkLimit(limit);
            Start start = Start.after(after);
            return search.isForEverything()
                    ? read(plain(scoped, start, limit + 1)).map(found -> toPage(found, search, limit))
                    : ranked(scoped, search, start, limit + 1).map(found -> toPage(found, search, limit));
        });
    }

    /** The first statement that a list of this kind sends: for those who want to know how a server answers it. */
    public FindPublisher<D> statement(Bson scoped, Search search, int limit) {
        Bson filter = search.isForEverything() ? scoped : and(scoped, search.exactFilter());
        return plain(filter, Start.OF_LIST, limit);
    }

    private FindPublisher<D> plain(Bson filter, Start start, int limit) {
        return documents
                .find(and(filter, start.filter()))
                .sort(ascending("sortKey", "_id"))
                .limit(limit);
    }

    private Mono<List<D>> ranked(Bson scoped, Search search, Start start, int limit) {
        if (start.rank().equals(INEXACT)) {
            return read(plain(and(scoped, search.inexactFilter()), start, limit));
        }
        return read(plain(and(scoped, search.exactFilter()), start, limit))
                .flatMap(exact -> exact.size() == limit ? Mono.just(exact) : filledUp(exact, scoped, search, limit));
    }

    private Mono<List<D>> filledUp(List<D> exact, Bson scoped, Search search, int limit) {
        return read(plain(and(scoped, search.inexactFilter()), Start.OF_LIST, limit - exact.size()))
                .map(others -> {
                    List<D> both = new ArrayList<>(exact);
                    both.addAll(others);
                    return both;
                });
    }

    private Page<D> toPage(List<D> oneMore, Search search, int limit) {
        return Page.of(oneMore, limit, last -> token(last, search));
    }

    private String token(D last, Search search) {
        String rank = search.findsExactly(last.words()) ? EXACT : INEXACT;
        return PageToken.of(rank, last.sortKey(), last.key());
    }

    private static <D> Mono<List<D>> read(FindPublisher<D> statement) {
        return Flux.from(statement).collectList();
    }
}
