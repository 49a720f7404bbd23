package vn.toso.seed.phone;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.toso.domain.id.IdSource;
import vn.toso.seed.phone.Transport.Answer;
import vn.toso.seed.phone.Transport.Request;

/**
 * One member's phone: it works offline for as long as it has to, and {@link #sync} brings it and the server together
 * whenever there is a network. Every failure on the way leaves it as it was or further on; calling again is always right.
 * One thread at a time.
 */
public final class Phone {

    /** Less than the 500 that the server takes: on a weak network a short request gets through where a long one breaks. */
    private static final int MOST_ITEMS = 100;

    /** Less than the server's 2 MB, whatever the letters. */
    private static final int MOST_CHARACTERS = 500_000;

    private static final Set<String> NEEDS_SNAPSHOT = Set.of("resync-required", "invalid");
    private static final Set<String> CANNOT_BE_READ = Set.of("too-large", "malformed", "invalid");

    private final UUID device;
    private final Transport transport;
    private final IdSource ids;
    private final Clock clock;
    private final Outbox outbox = new Outbox();
    private LocalStore store = new LocalStore();

    /** A snapshot on its way, beside the store that still serves; null while the store is all there is. */
    private @Nullable LocalStore arriving;

    private @Nullable Doubt doubt;

    /** Whether nothing was new since the last check. */
    private boolean calm = true;

    /** Two digests that differed when the phone last looked. */
    private record Doubt(Digest theirs, Digest own) {}

    /**
     * @param device made once, at installation
     * @param clock the phone's own, right or wrong: nothing in the protocol depends on it
     */
    public Phone(UUID device, Transport transport, IdSource ids, Clock clock) {
        this.device = device;
        this.transport = transport;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps a piece of work until the server has answered for it. Needs no network.
     *
     * @param kind such as {@code visit.record}
     * @param baseVersion version of the document that the user had before the eyes; null for what is new
     * @return the mutation's id
     */
    public UUID record(String kind, @Nullable Long baseVersion, JsonNode body) {
        Mutation mutation = new Mutation(ids.next(), kind, OffsetDateTime.now(clock), baseVersion, body);
        outbox.add(mutation);
        return mutation.id();
    }

    /** Sends what waits and fetches what is new. */
    public void sync() throws IOException {
        push();
        pull();
    }

    /**
     * Sends what waits, oldest first, until every item has its answer. What got no answer is sent again next time, the
     * same to the byte, and the server does it once.
     */
    public void push() throws IOException {
        int most = MOST_ITEMS;
        while (!outbox.isEmpty()) {
            List<Mutation> batch = outbox.oldest(most, MOST_CHARACTERS);
            Answer answer = transport.send(Request.post("/v1/sync/push", envelope(batch)));
            if (answer.status() == 200) {
                outbox.settle(batch, answer.body().get("results"));
            } else if (!CANNOT_BE_READ.contains(codeOf(answer))) {
                throw new Refusal(answer);
            } else if (batch.size() == 1) {
                outbox.setAside(batch.get(0), answer.body());
            } else {
                // One of them spoils the request: halve it until that one stands alone.
                most = batch.size() / 2;
            }
        }
    }

    private ObjectNode envelope(List<Mutation> batch) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("deviceId", device.toString());
        envelope.put("sentAt", OffsetDateTime.now(clock).toString());
        ArrayNode mutations = envelope.putArray("mutations");
        batch.forEach(mutation -> mutations.add(mutation.json()));
        return envelope;
    }

    /**
     * Fetches page after page until there is no more, and takes each together with its cursor. Where the cursor is too old
     * a snapshot is fetched beside the old data, and takes its place when it is complete.
     */
    public void pull() throws IOException {
        boolean more = true;
        while (more) {
            LocalStore filling = arriving == null ? store : arriving;
            Answer answer = transport.send(Request.get(pathAfter(filling.cursor())));
            if (filling.cursor() != null && NEEDS_SNAPSHOT.contains(codeOf(answer))) {
                arriving = new LocalStore();
                continue;
            }
            Page page = Page.of(bodyOf(answer));
            take(page, filling);
            calm &= page.isEmpty();
            more = page.more();
        }
        swap();
    }

    /** What was done in a hamlet that is the member's no more goes out before the hamlet's data goes. */
    private void take(Page page, LocalStore filling) throws IOException {
        if (!page.left().isEmpty()) {
            push();
        }
        filling.take(page);
    }

    private void swap() {
        if (arriving != null) {
            store = arriving;
            arriving = null;
        }
    }

    /**
     * Compares the digests of server and phone; to be called after a sync, once a day or so. They may differ for a moment,
     * since changes go on and a node hears of another's with a delay. Only the same difference at two checks in a row,
     * with nothing new in between, is a hole: then a snapshot is fetched beside the old data, as after
     * {@code resync-required}.
     *
     * @return whether server and phone are equal
     */
    public boolean check() throws IOException {
        JsonNode answer = bodyOf(transport.send(Request.get("/v1/sync/digest")));
        store.forgetVisitsBefore(Digest.visitsSince(answer));
        Doubt now = new Doubt(Digest.of(answer), Digest.of(store.documents()));
        boolean equal = now.theirs().equals(now.own());
        boolean hole = !equal && calm && now.equals(doubt);
        doubt = equal || hole ? null : now;
        calm = true;
        if (hole) {
            resync();
        }
        return equal;
    }

    /** Fetches everything anew beside the old data; what waits to be sent is not touched. */
    public void resync() throws IOException {
        arriving = new LocalStore();
        pull();
    }

    private static String pathAfter(@Nullable String cursor) {
        String path = "/v1/sync/pull";
        return cursor == null ? path : path + "?after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private static JsonNode bodyOf(Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new Refusal(answer);
        }
        return answer.body();
    }

    private static String codeOf(Answer answer) {
        return answer.status() < 400 ? "" : answer.body().path("code").asString("");
    }

    /** What screens show; while a snapshot is on its way still the old data. */
    public LocalStore store() {
        return store;
    }

    public Outbox outbox() {
        return outbox;
    }

    public UUID device() {
        return device;
    }
}
