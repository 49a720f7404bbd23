package vn.toso.api.sync;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toso.domain.change.Versioned;

/** Documents of any kind as REST answers them. */
@Component
final class Bodies {

    private final Map<Class<?>, DocumentBody<?>> known;

    Bodies(List<DocumentBody<?>> known) {
        this.known = known.stream().collect(Collectors.toMap(DocumentBody::type, Function.identity()));
    }

    Object of(Versioned<?> document) {
        DocumentBody<?> body = known.get(document.getClass());
        if (body == null) {
            throw new IllegalArgumentException("nothing shows a " + document.getClass());
        }
        return shown(body, document);
    }

    private static <D extends Versioned<D>> Object shown(DocumentBody<D> body, Versioned<?> document) {
        return body.of(body.type().cast(document));
    }
}
