package vn.toso.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.team.BadgeCodes.Read;

/** A code is good around its quarter of an hour, for its member, and only as it was made. */
class BadgeCodesTest {

    private static final long WINDOW = BadgeCodes.windowOf(NOW);
    private static final int MEMBER = 16;

    private final BadgeCodes codes = new BadgeCodes("a secret".getBytes(StandardCharsets.UTF_8));
    private final String ofLan = codes.code(LAN.id(), WINDOW);

    @Test
    void a_code_says_whose_it_is_and_until_when_it_is_good() {
        assertThat(codes.read(ofLan, NOW)).contains(new Read(LAN.id(), BadgeCodes.startOf(WINDOW + 2)));
        assertThat(codes.code(MINH.id(), WINDOW)).isNotEqualTo(ofLan);
        assertThat(codes.code(LAN.id(), WINDOW + 1)).isNotEqualTo(ofLan);
    }

    @Test
    void a_code_is_good_a_quarter_of_an_hour_before_and_after_its_own_and_no_longer() {
        Instant first = BadgeCodes.startOf(WINDOW - 1);
        Instant end = BadgeCodes.startOf(WINDOW + 2);

        assertThat(codes.read(ofLan, first.minusMillis(1))).isEmpty();
        assertThat(codes.read(ofLan, first)).isPresent();
        assertThat(codes.read(ofLan, end.minusMillis(1))).isPresent();
        assertThat(codes.read(ofLan, end)).isEmpty();
    }

    @Test
    void a_code_that_was_altered_anywhere_is_not_good() {
        byte[] good = Base64.getUrlDecoder().decode(ofLan);
        for (int i = 0; i < good.length; i++) {
            byte[] altered = good.clone();
            altered[i] ^= 1;
            assertThat(read(altered)).as("byte %s", i).isEmpty();
        }
        assertThat(read(good)).isPresent();
    }

    @Test
    void nobody_can_put_another_member_before_a_signature() {
        byte[] lan = Base64.getUrlDecoder().decode(ofLan);
        byte[] minh = Base64.getUrlDecoder().decode(codes.code(MINH.id(), WINDOW));
        System.arraycopy(minh, 0, lan, 0, MEMBER);

        assertThat(read(lan)).isEmpty();
    }

    @Test
    void a_code_of_another_key_is_not_good() {
        BadgeCodes others = new BadgeCodes("another secret".getBytes(StandardCharsets.UTF_8));

        assertThat(codes.read(others.code(LAN.id(), WINDOW), NOW)).isEmpty();
    }

    @Test
    void a_code_that_is_too_short_or_too_long_is_not_good() {
        byte[] good = Base64.getUrlDecoder().decode(ofLan);

        assertThat(read(Arrays.copyOf(good, good.length - 1))).isEmpty();
        assertThat(read(Arrays.copyOf(good, good.length + 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64!", "AAAA", "mã của chị Lan"})
    void garbage_is_not_good(String text) {
        assertThat(codes.read(text, NOW)).isEmpty();
    }

    private Optional<Read> read(byte[] code) {
        return codes.read(Base64.getUrlEncoder().withoutPadding().encodeToString(code), NOW);
    }
}
