package vn.toso.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** What of a document is taken out before it is stored, and put back when it is read. */
class SealingTest {

    private static final Sealing SEALING =
            Sealing.of("homes", "head", "people.name", "void.reason").and("listing", "words");

    private final Vault vault = Vault.ofOneKey(new byte[64]);
    private final BsonDocument plain = BsonDocument.parse("""
            {"_id": 7, "head": "Lô Văn Hòa", "hamlet": "Xóm 1", "void": {"reason": "nhầm hộ", "by": 3},
             "people": [{"name": "Vi Thị Lan", "born": 1}, {"born": 2}, {"name": "Lô Văn Tư"}], "words": ["lo", "hoa"]}""");

    private BsonDocument sealed() {
        BsonDocument stored = plain.clone();
        SEALING.seal(stored, vault);
        return stored;
    }

    private BsonDocument opened(BsonDocument stored) {
        BsonDocument read = stored.clone();
        SEALING.open(read, vault);
        return read;
    }

    @Test
    void what_is_stored_says_nothing_and_what_is_read_is_what_was_written() {
        BsonDocument stored = sealed();

        assertThat(stored.toJson())
                .doesNotContain("Hòa", "Lan", "Tư", "nhầm", "hoa")
                .contains("Xóm 1", "born");
        assertThat(opened(stored)).isEqualTo(plain);
    }

    @Test
    void what_is_not_there_needs_no_seal() {
        BsonDocument bare =
                BsonDocument.parse("{\"_id\": 7, \"hamlet\": \"Xóm 1\", \"people\": [{\"born\": 1}], \"void\": null}");
        BsonDocument stored = bare.clone();

        SEALING.seal(stored, vault);

        assertThat(stored).isEqualTo(bare);
        assertThat(SEALING.isUpToDate(stored, vault)).isTrue();
        assertThat(SEALING.isSound(stored, vault)).isTrue();
    }

    @Test
    void who_asks_for_a_part_gets_that_part() {
        BsonDocument stored = sealed();
        stored.remove("people");
        stored.remove("void");
        stored.remove("listing");

        assertThat(opened(stored))
                .isEqualTo(BsonDocument.parse("{\"_id\": 7, \"head\": \"Lô Văn Hòa\", \"hamlet\": \"Xóm 1\"}"));
    }

    @Test
    void what_lies_open_is_found() {
        BsonDocument added = sealed();
        added.getArray("people").get(1).asDocument().put("name", new BsonString("Moong Thị Xuyến"));

        assertThat(SEALING.isSound(plain, vault)).isFalse();
        assertThat(SEALING.isUpToDate(plain, vault)).isFalse();
        assertThat(SEALING.isSound(added, vault)).isFalse();
        assertThat(SEALING.isUpToDate(added, vault)).isFalse();
        assertThat(SEALING.isSound(sealed(), vault)).isTrue();
        assertThat(SEALING.isUpToDate(sealed(), vault)).isTrue();
    }

    @Test
    void a_seal_that_was_carried_elsewhere_or_changed_is_found() {
        BsonDocument elsewhere = sealed();
        elsewhere.put("_id", new BsonString("another"));
        BsonDocument swapped = sealed();
        swapped.put("listing", swapped.get("sealed"));

        assertThat(SEALING.isSound(elsewhere, vault)).isFalse();
        assertThat(SEALING.isSound(swapped, vault)).isFalse();
    }

    @Test
    void a_document_is_named_as_people_know_it() {
        UUID id = new UUID(1, 2);

        assertThat(Sealing.idOf(new BsonDocument("_id", new BsonBinary(id)))).isEqualTo(id.toString());
        assertThat(Sealing.idOf(new BsonDocument("_id", new BsonString("rules"))))
                .contains("rules");
        assertThat(Sealing.idOf(new BsonDocument("_id", new BsonBinary(new byte[] {1}))))
                .isNotBlank();
    }
}
