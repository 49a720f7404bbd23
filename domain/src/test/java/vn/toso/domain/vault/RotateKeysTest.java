package vn.toso.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.vault.RotateKeys.Standing;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestWorld;

/** Two nodes on one database; the word "letter" is what they seal. */
class RotateKeysTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String NAME = "letters";
    private static final int MANY = 1_050;
    private static final Sealing SEALING = Sealing.of(NAME, "text")
            .marking((document, vault) -> document.put(
                    "mark",
                    new org.bson.BsonInt64(
                            vault.mark("", document.getString("text").getValue()))));

    public record Letter(
            @BsonId int id, Revision revision, @Nullable String text) {}

    /** What one node knows. */
    private final class Office {
        private final Vault vault = Vault.of(store.database(), () -> MasterKeys.of(MASTER, "a test"));
        private final MongoCollection<Letter> letters;
        private final RotateKeys rotation;

        Office() {
            vault.open().block(SOON);
            vault.register(SEALING, store.database().getCollection(NAME, BsonDocument.class));
            letters = store.database()
                    .getCollection(NAME, Letter.class)
                    .withCodecRegistry(SEALING.over(store.database().getCodecRegistry(), vault, Letter.class));
            rotation = new RotateKeys(vault, clock, Duration.ofDays(365));
        }

        List<Letter> all() {
            return Flux.from(letters.find()).collectList().block(SOON);
        }

        long found(String text) {
            return Flux.from(letters.find(com.mongodb.client.model.Filters.in("mark", vault.marks("", text))))
                    .count()
                    .block(SOON);
        }

        Standing standing() {
            return rotation.standing().block(SOON);
        }

        void step() {
            rotation.step().block(SOON);
        }
    }

    private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

    private final Store store = TestStore.open("RotateKeys");
    private final MovingClock clock = new MovingClock();
    private Office here;
    private Office there;

    @BeforeEach
    void write() {
        here = new Office();
        there = new Office();
        List<Letter> letters = IntStream.range(0, MANY)
                .mapToObj(i -> new Letter(i, Revision.NONE, "thư " + i % 7))
                .toList();
        Mono.from(here.letters.insertMany(letters)).block(SOON);
        here.step();
        assertThat(here.standing().finished()).isTrue();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everything_can_be_read_found_and_written_at_every_step_and_is_sealed_anew_at_the_end() {
        here.rotation.begin().block(SOON);
        assertThat(states()).containsExactly(KeyState.CURRENT, KeyState.PREPARED);
        works();
        here.step();
        assertThat(states()).containsExactly(KeyState.CURRENT, KeyState.PREPARED);

        clock.advance(RotateKeys.UNTIL_ALL_KNOW);
        there.vault.open().block(SOON);
        here.step();
        assertThat(states()).containsExactly(KeyState.FORMER, KeyState.CURRENT);
        works();

        clock.advance(RotateKeys.UNTIL_ALL_KNOW);
        there.vault.open().block(SOON);
        there.step();
        assertThat(states()).containsExactly(KeyState.RETIRED, KeyState.CURRENT);
        works();
        Standing standing = here.standing();
        assertThat(standing.finished()).isTrue();
        assertThat(standing.resealed()).isGreaterThanOrEqualTo(MANY);
        assertThat(keysInUse()).hasSize(1);
    }

    @Test
    void who_dies_in_the_middle_is_followed_by_who_goes_on_there() {
        rotateUpToResealing();
        Resealing dying = new Resealing(store.database(), here.vault);
        int current = current();
        Resealing.Progress some = dying.progress(current)
                .flatMap(progress -> dying.goOn(progress, 2))
                .block(SOON);
        assertThat(some.finished()).isFalse();
        assertThat(some.resealed()).isEqualTo(400);
        assertThat(keysInUse()).hasSize(2);

        there.step();

        assertThat(here.standing().seen()).isEqualTo(MANY);
        assertThat(here.standing().resealed()).isEqualTo(MANY);
        assertThat(keysInUse()).hasSize(1);
    }

    @Test
    void two_who_seal_anew_at_once_and_one_who_writes_harm_nobody() {
        rotateUpToResealing();
        Mono.when(
                        here.rotation.step(),
                        there.rotation.step(),
                        Flux.range(0, 200)
                                .concatMap(i -> Mono.from(there.letters.replaceOne(
                                        com.mongodb.client.model.Filters.eq("_id", i * 5),
                                        new Letter(
                                                i * 5,
                                                new Revision(2, TestWorld.NOW, TestWorld.LAN.id(), null),
                                                "mới"))))
                                .then())
                .block(SOON);
        here.step();

        assertThat(here.all()).filteredOn(letter -> "mới".equals(letter.text())).hasSize(200);
        assertThat(here.found("mới")).isEqualTo(200);
        assertThat(keysInUse()).hasSize(1);
    }

    @Test
    void what_was_written_before_there_were_seals_is_sealed() {
        Mono.from(store.database()
                        .getCollection(NAME, BsonDocument.class)
                        .insertOne(BsonDocument.parse("{_id: 5000, revision: {version: {$numberLong: '1'},"
                                + " updatedAt: {$date: 0}, updatedBy: {$uuid: '00000000-0000-0000-0000-000000000000'}},"
                                + " text: 'từ lâu'}")))
                .block(SOON);
        assertThat(here.all()).extracting(Letter::text).contains("từ lâu");
        assertThat(here.vault.flaws().collectList().block(SOON))
                .singleElement(STRING)
                .startsWith("letters ");
        rotateUpToResealing();
        here.step();

        assertThat(here.found("từ lâu")).isEqualTo(1);
        assertThat(raw()).noneMatch(document -> document.containsKey("text"));
        assertThat(here.vault.flaws().collectList().block(SOON)).isEmpty();
    }

    @Test
    void a_key_is_replaced_when_its_time_is_up_and_never_two_at_once() {
        clock.advance(Duration.ofDays(365));
        here.step();
        there.step();
        here.rotation.begin().block(SOON);

        assertThat(states()).containsExactly(KeyState.CURRENT, KeyState.PREPARED);
    }

    private void rotateUpToResealing() {
        here.rotation.begin().block(SOON);
        clock.advance(RotateKeys.UNTIL_ALL_KNOW);
        here.vault.open().block(SOON);
        there.vault.open().block(SOON);
        here.step();
        there.vault.open().block(SOON);
        clock.advance(RotateKeys.UNTIL_ALL_KNOW);
    }

    private void works() {
        for (Office office : List.of(here, there)) {
            assertThat(office.all())
                    .hasSize(MANY)
                    .allMatch(letter -> letter.text().startsWith("thư "));
            assertThat(office.found("thư 3")).isEqualTo(MANY / 7);
            Mono.from(office.letters.replaceOne(
                            com.mongodb.client.model.Filters.eq("_id", 3), new Letter(3, Revision.NONE, "thư 3")))
                    .block(SOON);
        }
    }

    private List<KeyState> states() {
        return here.standing().keys().stream().map(RotateKeys.Key::state).toList();
    }

    private int current() {
        return here.vault.ring().flatMap(KeyRing::read).block(SOON).current().id();
    }

    private List<String> keysInUse() {
        return raw().stream()
                .map(document -> document.getString("sealed").getValue().substring(0, 6))
                .distinct()
                .toList();
    }

    private List<BsonDocument> raw() {
        return Flux.from(
                        store.database().getCollection(NAME, BsonDocument.class).find())
                .collectList()
                .block(SOON);
    }
}
