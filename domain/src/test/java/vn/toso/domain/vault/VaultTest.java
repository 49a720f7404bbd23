package vn.toso.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class VaultTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final byte[] CONTENT = "Trần Văn Hoà".getBytes(StandardCharsets.UTF_8);
    private static final String ONE = key(1);
    private static final String OTHER = key(2);

    private final Store store = TestStore.open("Vault");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_is_sealed_opens_where_it_belongs_and_nowhere_else() {
        Vault vault = opened(ONE);
        String sealed = vault.seal(CONTENT, "households/1");

        assertThat(sealed).matches("[A-Za-z0-9_-]+").isNotEqualTo(vault.seal(CONTENT, "households/1"));
        assertThat(vault.unseal(sealed, "households/1")).isEqualTo(CONTENT);
        assertThatThrownBy(() -> vault.unseal(sealed, "households/2")).isInstanceOf(DamagedSeal.class);
        assertThatThrownBy(() -> vault.unseal(sealed.substring(0, 30) + "A" + sealed.substring(31), "households/1"))
                .isInstanceOf(DamagedSeal.class);
    }

    @Test
    void two_nodes_that_start_at_once_find_the_same_key() {
        Vault one = vault(ONE);
        Vault two = vault(ONE);
        Mono.when(one.open(), two.open()).block(SOON);

        assertThat(two.unseal(one.seal(CONTENT, "x"), "x")).isEqualTo(CONTENT);
        assertThat(two.mark("xóm 5", "hoa")).isEqualTo(one.mark("xóm 5", "hoa"));
        assertThat(one.mark("xóm 6", "hoa")).isNotEqualTo(one.mark("xóm 5", "hoa"));
    }

    @Test
    void no_key_lies_open_in_the_database() {
        Vault vault = opened(ONE);
        vault.seal(CONTENT, "x");
        String stored = Flux.from(store.database().getCollection("keys").find())
                .map(Document::toJson)
                .collectList()
                .block(SOON)
                .toString();

        assertThat(stored).contains("CURRENT").doesNotContain(ONE);
    }

    @Test
    void another_master_key_opens_nothing_and_says_which_one_is_missing() {
        opened(ONE);

        assertThatThrownBy(() -> opened(OTHER))
                .isInstanceOf(CannotOpenVault.class)
                .hasMessageContaining("sealed under master key")
                .hasMessageContaining("the key that it had before");
    }

    @Test
    void a_new_master_key_in_front_of_the_old_one_takes_over() {
        String sealed = opened(ONE).seal(CONTENT, "x");
        Vault both = opened(OTHER + "\n" + ONE + " # until November");
        RotateKeys keys = new RotateKeys(both, java.time.Clock.systemUTC(), null);
        keys.step().block(SOON);

        assertThat(opened(OTHER).unseal(sealed, "x")).isEqualTo(CONTENT);
        assertThatThrownBy(() -> opened(ONE)).isInstanceOf(CannotOpenVault.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "secret", "c2VjcmV0", "not base64!"})
    void what_is_no_key_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> MasterKeys.of(text, "toso.keys.master"))
                .isInstanceOf(CannotOpenVault.class)
                .hasMessageContaining("toso.keys.master")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void a_key_of_its_own_is_made_once_for_its_owner_alone(@TempDir Path folder) throws Exception {
        KeySettings settings = KeySettings.besideData(folder.resolve("data"));
        Vault vault = Vault.of(store.database(), settings::masters);
        vault.open().block(SOON);
        Path file = folder.resolve("data").resolve(KeySettings.OWN_FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        Vault again = Vault.of(store.database(), settings::masters);
        again.open().block(SOON);
        assertThat(again.unseal(vault.seal(CONTENT, "x"), "x")).isEqualTo(CONTENT);
        assertThat(settings.description()).contains(file.toString());
    }

    @Test
    void the_key_of_a_file_or_of_the_environment_is_taken_but_never_both(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("master"), ONE + "\n");
        String sealed = opened(ONE).seal(CONTENT, "x");
        Vault byFile = Vault.of(store.database(), new KeySettings(file, null, null)::masters);
        byFile.open().block(SOON);

        assertThat(byFile.unseal(sealed, "x")).isEqualTo(CONTENT);
        assertThatThrownBy(() -> new KeySettings(file, OTHER, null).masters()).isInstanceOf(CannotOpenVault.class);
        assertThatThrownBy(() -> new KeySettings(null, " ", null).masters())
                .isInstanceOf(CannotOpenVault.class)
                .hasMessageContaining("TOSO_KEYS_MASTER");
        assertThatThrownBy(() -> new KeySettings(folder.resolve("nowhere"), null, null).masters())
                .isInstanceOf(CannotOpenVault.class);
        assertThat(new KeySettings(file, null, null).description()).contains(file.toString());
        assertThat(new KeySettings(null, ONE, folder).description())
                .contains("toso.keys.master")
                .doesNotContain(ONE);
    }

    private Vault opened(String masters) {
        Vault vault = vault(masters);
        vault.open().block(SOON);
        return vault;
    }

    private Vault vault(String masters) {
        return Vault.of(store.database(), () -> MasterKeys.of(masters, "a test"));
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
