package vn.toso.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TestStoreTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void every_store_has_a_database_of_its_own() {
        try (Store one = TestStore.open("Own Database");
                Store other = TestStore.open("Own Database")) {
            Mono.from(one.collection("things", Document.class).insertOne(new Document("_id", 1)))
                    .block(SOON);

            assertThat(count(one)).isEqualTo(1);
            assertThat(count(other)).isZero();
        }
    }

    @Test
    void closing_drops_the_database() {
        Store gone = TestStore.open("gone");
        String name = gone.database().getName();
        Mono.from(gone.collection("things", Document.class).insertOne(new Document("_id", 1)))
                .block(SOON);
        gone.close();

        try (Store again = Store.connect(TestStore.uri(), name, TestStore.vault(), "the same database", () -> {})) {
            assertThat(count(again)).isZero();
        }
    }

    private static Long count(Store store) {
        return Mono.from(store.collection("things", Document.class).countDocuments())
                .block(SOON);
    }
}
