package vn.toso.api.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.toso.api.json.StrictReader;
import vn.toso.api.problem.Sentences;
import vn.toso.api.web.DocumentViews;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.sync.Mutation;
import vn.toso.domain.sync.Push;
import vn.toso.domain.sync.Result;
import vn.toso.domain.sync.Verdict;
import vn.toso.notifications.device.SyncTimes;

/** Reads a push, has it carried out, puts the results into words. */
@Component
final class PushDesk {

    /** Of a request, unpacked. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(2);

    private final Push push;
    private final MutationReader reader;
    private final StrictReader strict;
    private final DocumentViews views;
    private final Sentences sentences;
    private final SyncTimes syncTimes;
    private final Clock clock;

    PushDesk(
            Push push,
            MutationReader reader,
            StrictReader strict,
            DocumentViews views,
            Sentences sentences,
            SyncTimes syncTimes,
            Clock clock) {
        this.push = push;
        this.reader = reader;
        this.strict = strict;
        this.views = views;
        this.sentences = sentences;
        this.syncTimes = syncTimes;
        this.clock = clock;
    }

    Mono<PushResponse> take(Actor actor, Flux<DataBuffer> body, HttpHeaders headers) {
        return DataBufferUtils.join(body, (int) LARGEST.toBytes())
                .map(PushDesk::bytes)
                // JSON's null is no body either.
                .mapNotNull(bytes -> strict.read(bytes, PushRequest.class))
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemCode.MALFORMED, "malformed.body-missing")))
                .flatMap(request -> take(actor, request, headers));
    }

    private Mono<PushResponse> take(Actor actor, PushRequest request, HttpHeaders headers) {
        if (request.mutations().size() > Push.MOST) {
            throw Problem.of(ProblemCode.TOO_LARGE, "too-large.mutations");
        }
        List<Optional<Mutation>> read =
                request.mutations().stream().map(reader::read).toList();
        return push.push(
                        actor,
                        request.deviceId(),
                        read.stream().flatMap(Optional::stream).toList())
                .doOnNext(results -> syncTimes.note(actor.memberId(), new DeviceId(request.deviceId())))
                .map(results -> answer(actor, request.mutations(), read, results, headers));
    }

    private PushResponse answer(
            Actor actor,
            List<JsonNode> sent,
            List<Optional<Mutation>> read,
            List<Result> results,
            HttpHeaders headers) {
        List<PushResponse.One> answers = new ArrayList<>();
        Iterator<Result> next = results.iterator();
        for (int i = 0; i < sent.size(); i++) {
            answers.add(
                    read.get(i).isPresent() ? answer(actor, next.next(), headers) : withoutId(sent.get(i), headers));
        }
        return new PushResponse(answers, clock.instant());
    }

    private PushResponse.One answer(Actor actor, Result result, HttpHeaders headers) {
        return new PushResponse.One(
                result.id().toString(),
                result.verdict().word(),
                result.version(),
                result.current() == null ? null : views.of(actor, result.current()),
                result.problem() == null ? null : sentences.inWords(result.problem(), headers));
    }

    /** The one thing that cannot be kept: nothing would tell it from its repeat. */
    private PushResponse.One withoutId(JsonNode sent, HttpHeaders headers) {
        boolean there = !sent.path("id").isMissingNode() && !sent.path("id").isNull();
        Problem problem = there ? Problem.invalid("/id", "not-a-uuid") : Problem.invalid("/id", "required");
        return new PushResponse.One(
                idAsSent(sent), Verdict.REJECTED.word(), null, null, sentences.inWords(problem, headers));
    }

    private static @Nullable String idAsSent(JsonNode sent) {
        return sent.path("id").isString() ? sent.path("id").asString() : null;
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
