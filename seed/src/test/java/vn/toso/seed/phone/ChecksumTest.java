package vn.toso.seed.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChecksumTest {

    @Test
    void the_page_for_developers_names_the_right_sum() throws Exception {
        long sum = Checksum.of(new UUID(1, 2), 3);
        assertThat(Files.readString(Path.of("PROTOCOL.md"))).contains("`" + Long.toHexString(sum) + "`");
    }
}
