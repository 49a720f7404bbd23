package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class PullTokensTest {

    private static final MemberId LAN = new MemberId(UUID.randomUUID());

    private final Store store = TestStore.open("PullTokens");
    private final PullTokens tokens = new PullTokens(store);

    @AfterEach
    void close() {
        store.close();
    }

    private static PullToken random(Random random) {
        Map<Integer, Long> positions = new HashMap<>();
        IntStream.range(0, random.nextInt(12))
                .forEach(i -> positions.put(random.nextInt(10_000), random.nextLong() >>> 1));
        return new PullToken(LAN, random.nextLong() >>> 1, random.nextInt(5), place(random), new Cursor(positions));
    }

    private static Place place(Random random) {
        Place.Key key = new Place.Key(
                new UUID(random.nextLong(), random.nextLong()),
                random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextLong() >>> 10));
        return random.nextInt(4) == 0
                ? null
                : new Place(
                        List.of("area", "household", "quarantine").get(random.nextInt(3)),
                        random.nextBoolean() ? null : new AreaId(new UUID(random.nextLong(), random.nextLong())),
                        random.nextBoolean() ? null : key);
    }

    @Test
    void what_is_written_on_one_node_is_read_on_another() {
        PullTokens other = new PullTokens(store);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            PullToken token = random(random);
            assertThat(await(other.read(LAN, await(tokens.write(token)))))
                    .as("seed " + seed)
                    .isEqualTo(token);
        }
    }

    @Test
    void nodes_that_start_at_the_same_moment_share_a_key() {
        PullToken token = random(new Random(1));
        List<String> written = Flux.range(0, 16)
                .map(i -> new PullTokens(store))
                .flatMap(node -> node.write(token), 16)
                .collectList()
                .block();

        assertThat(written).hasSize(16).containsOnly(await(tokens.write(token)));
    }

    @Test
    void a_token_of_which_anything_was_changed_is_refused() {
        String text = await(tokens.write(random(new Random(7))));
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
        for (int length = 0; length < text.length(); length++) {
            assertRefused(text.substring(0, length));
        }
        assertRefused(text + "AAAA");
        assertRefused("!!!");
        assertRefused("A".repeat(100_000));
    }

    private void assertRefused(String text) {
        assertThat(errorsOf(tokens.read(LAN, text))).containsExactly("/after cursor");
    }

    @Test
    void a_token_of_another_server_is_refused() {
        try (Store elsewhere = TestStore.open("PullTokensElsewhere")) {
            assertRefused(await(new PullTokens(elsewhere).write(random(new Random(3)))));
        }
    }

    @Test
    void a_token_of_somebody_else_is_refused() {
        String text = await(tokens.write(random(new Random(5))));

        assertThat(errorsOf(tokens.read(new MemberId(UUID.randomUUID()), text)))
                .containsExactly("/after cursor-of-another");
    }
}
