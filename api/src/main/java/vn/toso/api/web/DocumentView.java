package vn.toso.api.web;

import org.springframework.http.HttpHeaders;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;

/**
 * How one kind of documents reads over HTTP: in the same form wherever it is answered, alone, in a list, or in
 * synchronisation.
 *
 * @param <D> the document
 */
public interface DocumentView<D extends Versioned<D>> {

    /** Which documents these are. */
    Class<D> type();

    /** What is written as JSON. */
    Object of(Actor actor, D document);

    /** The same for kinds that say something in the caller's language. */
    default Object of(Actor actor, D document, HttpHeaders request) {
        return of(actor, document);
    }
}
