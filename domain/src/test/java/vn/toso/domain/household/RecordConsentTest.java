package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.Consent.Decision;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.StoredWorld;

class RecordConsentTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ResidentId WIFE = Names.resident("Lê Thị Hòa");

    private final MovingClock clock = new MovingClock();
    private Store store;
    private StoredWorld world;
    private RecordConsent consent;
    private Household home;

    @BeforeEach
    void open() {
        store = TestStore.open("consent");
        world = new StoredWorld(store);
        consent = new RecordConsent(world.households, clock);
        home = world.put(aHousehold("Vi Văn Thông").in(XOM_1).with(aResident("Lê Thị Hòa")))
                .get(0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_word_on_a_purpose_is_kept_once_and_never_replaced() {
        Instant said = NOW.minusSeconds(3600);
        recording(word(Decision.GIVEN, said)).block(SOON);
        recording(word(Decision.GIVEN, said)).block(SOON);
        Household now = recording(word(Decision.WITHDRAWN, NOW.plusSeconds(60))).block(SOON);

        assertThat(now.resident(WIFE).orElseThrow().consents())
                .containsExactly(
                        new Consent("service-support", Decision.GIVEN, said, "spoken-at-door", LAN.id(), "2026-01"),
                        new Consent(
                                "service-support",
                                Decision.WITHDRAWN,
                                NOW,
                                NOW.plusSeconds(60),
                                "spoken-at-door",
                                LAN.id(),
                                "2026-01",
                                null));
    }

    @Test
    void a_word_without_purpose_decision_or_notice_is_none() {
        assertThat(errorsOf(recording(new RecordConsent.Command(null, null, null, " ", null, null))))
                .containsExactly("/purpose required", "/how required", "/noticeVersion required", "/decision required");
    }

    @Test
    void nobody_gives_more_than_a_hundred_words() {
        Household read = world.households.get(actor(LAN), home.id()).block(SOON);
        List<Consent> hundred = Flux.range(0, 100)
                .map(i -> new Consent("service-support", Decision.GIVEN, Instant.ofEpochSecond(i), "x", LAN.id(), "1"))
                .collectList()
                .block(SOON);
        Resident talkative = read.resident(WIFE).orElseThrow().withConsents(hundred);
        world.households.collection().replace(actor(LAN), read.with(talkative)).block(SOON);

        assertThat(errorsOf(recording(word(Decision.GIVEN, null)))).containsExactly("/consents too-many");
    }

    @Test
    void the_same_request_without_a_time_once_more_changes_nothing() {
        Household first = recording(word(Decision.GIVEN, null)).block(SOON);
        clock.advance(Duration.ofSeconds(5));
        assertThat(recording(word(Decision.GIVEN, null)).block(SOON)).isEqualTo(first);

        recording(word(Decision.WITHDRAWN, null)).block(SOON);
        clock.advance(Duration.ofDays(1));
        recording(word(Decision.WITHDRAWN, null)).block(SOON);
        recording(word(Decision.GIVEN, null)).block(SOON);
        assertThat(decisions()).containsExactly(Decision.GIVEN, Decision.WITHDRAWN, Decision.GIVEN);
    }

    @Test
    void what_somebody_else_hears_or_at_a_time_that_was_said_is_another_word() {
        recording(word(Decision.GIVEN, null)).block(SOON);
        clock.advance(Duration.ofHours(1));
        recording(MINH, word(Decision.GIVEN, null)).block(SOON);
        recording(word(Decision.GIVEN, NOW.plusSeconds(60))).block(SOON);
        assertThat(decisions()).containsExactly(Decision.GIVEN, Decision.GIVEN, Decision.GIVEN);
    }

    private List<Decision> decisions() {
        Household now = world.households.get(actor(LAN), home.id()).block(SOON);
        return now.resident(WIFE).orElseThrow().consents().stream()
                .map(Consent::decision)
                .toList();
    }

    private Mono<Household> recording(RecordConsent.Command command) {
        return recording(LAN, command);
    }

    private Mono<Household> recording(Member by, RecordConsent.Command command) {
        return consent.record(actor(by), home.id(), WIFE, null, command);
    }

    private static RecordConsent.Command word(Decision decision, Instant at) {
        return new RecordConsent.Command("service-support", decision, at, "spoken-at-door", "2026-01", null);
    }
}
