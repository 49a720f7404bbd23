package vn.toso.api.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;

/** Shows documents of any kind, for answers that hold several kinds. */
@Component
public final class DocumentViews {

    private final Map<Class<?>, DocumentView<?>> views;

    DocumentViews(List<DocumentView<?>> views) {
        this.views = views.stream().collect(Collectors.toMap(DocumentView::type, Function.identity()));
    }

    /** What is written as JSON; throws {@link IllegalArgumentException} for a kind that has no view. */
    public Object of(Actor actor, Versioned<?> document) {
        return of(actor, document, new HttpHeaders());
    }

    /** Like {@link #of(Actor, Versioned)}, in the language that a request asks for where the kind has one. */
    public Object of(Actor actor, Versioned<?> document, HttpHeaders request) {
        DocumentView<?> view = views.get(document.getClass());
        if (view == null) {
            throw new IllegalArgumentException(
                    "no view of " + document.getClass().getName());
        }
        return show(view, actor, document, request);
    }

    private static <D extends Versioned<D>> Object show(
            DocumentView<D> view, Actor actor, Versioned<?> document, HttpHeaders request) {
        return view.of(actor, view.type().cast(document), request);
    }
}
