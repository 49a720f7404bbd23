package vn.toso.domain.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A reference finds every id at its path, and nothing that is no id or lies elsewhere. */
class ReferenceTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID TWO = UUID.randomUUID();

    @Test
    void a_field_names_what_it_holds() {
        assertThat(named("hamletId", new Document("hamletId", ONE).append("other", TWO)))
                .containsExactly(ONE);
        assertThat(named("place.hamletId", new Document("place", new Document("hamletId", ONE))))
                .containsExactly(ONE);
    }

    @Test
    void a_list_names_each_of_its_items() {
        assertThat(named("members", new Document("members", List.of(ONE, TWO)))).containsExactly(ONE, TWO);
        assertThat(named("stays.hamletId", new Document("stays", List.of(stay(ONE), stay(TWO)))))
                .containsExactly(ONE, TWO);
        assertThat(named("stays.hamlets", new Document("stays", List.of(new Document("hamlets", List.of(TWO, ONE))))))
                .containsExactly(TWO, ONE);
    }

    @Test
    void an_empty_field_names_nothing() {
        assertThat(named("taskId", new Document())).isEmpty();
        assertThat(named("taskId", new Document("taskId", null))).isEmpty();
        assertThat(named("members", new Document("members", List.of()))).isEmpty();
        assertThat(named("members", new Document("members", Arrays.asList(null, ONE))))
                .containsExactly(ONE);
        assertThat(named("stays.hamletId", new Document())).isEmpty();
        assertThat(named("stays.hamletId", new Document("stays", List.of(new Document(), stay(ONE)))))
                .containsExactly(ONE);
    }

    @Test
    void what_is_no_id_or_not_at_the_end_of_the_path_names_nothing() {
        assertThat(named("hamletId", new Document("hamletId", ONE.toString()))).isEmpty();
        assertThat(named("stays", new Document("stays", stay(ONE)))).isEmpty();
        assertThat(named("stays.hamletId", new Document("stays", ONE))).isEmpty();
    }

    private static Document stay(UUID hamlet) {
        return new Document("hamletId", hamlet);
    }

    private static List<UUID> named(String path, Document document) {
        return new Reference("households", path, "areas").in(document).toList();
    }
}
