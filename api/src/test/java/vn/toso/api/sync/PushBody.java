package vn.toso.api.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.toso.api.visit.VisitBody;
import vn.toso.domain.id.IdSource;

/** A push in the making: {@code aPush().with(aMutation("visit.record", visit))}. */
public final class PushBody {

    private static final IdSource IDS = IdSource.timeOrdered();

    private final UUID device = IDS.next();
    private final List<Object> mutations = new ArrayList<>();

    private PushBody() {}

    public static PushBody aPush() {
        return new PushBody();
    }

    /** A mutation done now, under an id of its own. */
    public static Map<String, Object> aMutation(String kind, Map<String, Object> body) {
        Map<String, Object> mutation = new LinkedHashMap<>();
        mutation.put("id", IDS.next().toString());
        mutation.put("kind", kind);
        mutation.put("at", VisitBody.now().toString());
        mutation.put("body", body);
        return mutation;
    }

    public static Map<String, Object> aMutation(VisitBody visit) {
        return aMutation("visit.record", visit.json());
    }

    public static Map<String, Object> aMutation(String kind, long baseVersion, Map<String, Object> body) {
        Map<String, Object> mutation = aMutation(kind, body);
        mutation.put("baseVersion", baseVersion);
        return mutation;
    }

    public PushBody with(Object... more) {
        mutations.addAll(List.of(more));
        return this;
    }

    /** What is sent. */
    public Map<String, Object> json() {
        return Map.of("deviceId", device.toString(), "sentAt", VisitBody.now().toString(), "mutations", mutations);
    }
}
