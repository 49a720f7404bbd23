package vn.toso.domain.audit;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.StorageSettings;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;

/** A process that writes down deeds until it is killed, and prints what was acknowledged: {@code wrote <id>}. */
final class AuditWriter {

    private static final PrintStream OUT = System.out;
    private static final int WRITERS = 16;

    private AuditWriter() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Store store = Store.open(new StorageSettings(null, folder, null));
        AuditEntries entries = new AuditEntries(store);
        entries.createIndexes().block(Duration.ofSeconds(30));
        IdSource ids = IdSource.timeOrdered();
        Trail trail = new Trail(entries, ids);
        AuditKey key = AuditKey.read(Files.readString(folder.resolve("key")));
        Checkpoints checkpoints = new Checkpoints(store, entries, trail, key, Clock.systemUTC());
        Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .concatMap(tick -> checkpoints.run(), 1)
                .subscribe();
        Flux.range(0, Integer.MAX_VALUE)
                .flatMap(i -> write(trail, ids), WRITERS)
                .subscribe();
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }

    private static Mono<Void> write(Trail trail, IdSource ids) {
        Deed deed = Deed.of(
                TestWorld.actor(TestWorld.LAN),
                AuditAction.READ,
                "GET /v1/households/{id}",
                List.of(ids.next()),
                ids.next(),
                Clock.systemUTC().instant());
        return trail.write(List.of(deed)).doOnSuccess(done -> say("wrote " + deed.id()));
    }

    private static void say(String line) {
        synchronized (OUT) {
            OUT.print(line + "\n");
            OUT.flush();
        }
    }
}
