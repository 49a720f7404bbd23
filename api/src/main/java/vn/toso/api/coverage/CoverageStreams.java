package vn.toso.api.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.domain.access.Actor;
import vn.toso.domain.coverage.LiveCoverage;
import vn.toso.domain.coverage.LiveCoverage.Picture;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.notifications.device.SilentDevices;

/** The streams of this node: what they share, and their end when the node stops. */
@Component
final class CoverageStreams implements SmartLifecycle {

    /** Shorter than proxies and phone networks cut silent connections. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LiveCoverage live;
    private final SilentDevices silentDevices;
    private final CoverageMapper mapper;
    private final JsonMapper json;
    private final Cache<Picture, Frame> frames =
            Caffeine.newBuilder().weakKeys().build();

    /** Beats for as long as the node runs: one that began with its first listener would end for who comes as the last leaves. */
    private final Sinks.Many<byte[]> heart = Sinks.many().multicast().directBestEffort();

    private final Flux<byte[]> heartbeats = heart.asFlux();
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private @Nullable Disposable running;

    CoverageStreams(LiveCoverage live, SilentDevices silentDevices, CoverageMapper mapper, JsonMapper json) {
        this.live = live;
        this.silentDevices = silentDevices;
        this.mapper = mapper;
        this.json = json;
    }

    /**
     * What to write to somebody, piece by piece, each to be asked for when there is room. Fails as
     * {@link LiveCoverage#follow} does; ends when {@code again} fails, which is asked at each heartbeat and whenever the
     * member may have changed.
     *
     * @param seen the id of the last event that they have; null for none
     * @param again who it is by now
     */
    Flux<Mono<byte[]>> listen(Actor actor, AreaId area, @Nullable String seen, Mono<Actor> again) {
        Listening listening = new Listening(seen);
        Flux<Mono<byte[]>> changes = live.follow(actor, area)
                .doOnNext(picture -> listening.heard(frame(picture)))
                .map(picture -> Mono.fromSupplier(listening::next));
        return Flux.merge(changes, heartbeats.onBackpressureDrop().map(Mono::just))
                .takeUntilOther(turnedAway(actor.memberId(), area, again))
                .takeUntilOther(closing.asMono());
    }

    private Mono<Void> turnedAway(MemberId member, AreaId area, Mono<Actor> again) {
        Flux<?> occasions = Flux.merge(heartbeats, live.members().filter(changed -> concerns(changed, member)));
        return occasions
                .onBackpressureLatest()
                .concatMap(occasion -> again.doOnNext(now -> live.check(now, area)), 1)
                .then()
                .onErrorComplete();
    }

    private static boolean concerns(Set<MemberId> changed, MemberId member) {
        return changed.contains(member);
    }

    private Frame frame(Picture picture) {
        return frames.get(
                picture, key -> new Frame(key, silentDevices.in(key.area().area()), mapper, json::writeValueAsString));
    }

    /** A comment, and for people the moment up to which silence means that nothing changed. */
    private byte[] heartbeat() {
        String moment = json.writeValueAsString(new Moment(live.asOf()));
        return (": heartbeat\nevent: moment\ndata: " + moment + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private record Moment(java.time.Instant asOf) {}

    @Override
    public void start() {
        running = Disposables.composite(
                live.run().subscribe(),
                Flux.interval(HEARTBEAT).onBackpressureDrop().subscribe(beat -> heart.tryEmitNext(heartbeat())));
    }

    /** Before the web server waits for its last answers: streams would keep it waiting. */
    @Override
    public void stop() {
        closing.tryEmitEmpty();
        if (running != null) {
            running.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null && !running.isDisposed();
    }
}
