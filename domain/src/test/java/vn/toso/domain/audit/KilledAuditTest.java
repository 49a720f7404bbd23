package vn.toso.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.ChildProcess;
import vn.toso.domain.storage.StorageSettings;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;

/** What was acknowledged as written down outlives {@code kill -9}, and the audit is whole afterwards. */
class KilledAuditTest {

    private static final int KILLS = 4;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void nothing_acknowledged_is_missing_after_kills() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        Files.writeString(folder.resolve("key"), AuditKey.make().toText());
        AuditKey key = AuditKey.read(Files.readString(folder.resolve("key")));
        for (int round = 0; round < KILLS; round++) {
            int before = acknowledged.size();
            try (ChildProcess child = ChildProcess.start(AuditWriter.class, folder.toString())) {
                child.awaitLine("wrote");
                TimeUnit.MILLISECONDS.sleep(200);
                child.kill();
                child.printed().stream()
                        .filter(line -> line.startsWith("wrote "))
                        .forEach(line -> acknowledged.add(line.substring(6)));
            }
            assertThat(acknowledged).hasSizeGreaterThan(before);
            try (Store store = Store.open(new StorageSettings(null, folder, null))) {
                assertWhole(store, key, acknowledged);
            }
        }
    }

    private static void assertWhole(Store store, AuditKey key, Set<String> acknowledged) {
        AuditEntries entries = new AuditEntries(store);
        Trail trail = new Trail(entries, IdSource.timeOrdered());
        Checkpoints checkpoints = new Checkpoints(store, entries, trail, key, Clock.systemUTC());
        Set<String> stored = new HashSet<>(
                Flux.from(store.collection(AuditEntries.NAME, AuditEntry.class).find())
                        .map(AuditEntry::id)
                        .collectList()
                        .block(SOON));
        assertThat(stored).containsAll(acknowledged);
        assertThat(new VerifyTrail(entries, checkpoints, key)
                        .verify(TestWorld.actor(TestWorld.DATA_OFFICER), null, VerifyTrail.MOST, null)
                        .block(SOON)
                        .faults())
                .isEmpty();
    }
}
