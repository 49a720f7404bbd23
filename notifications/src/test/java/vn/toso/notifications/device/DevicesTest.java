package vn.toso.notifications.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.THUY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Scope;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;
import vn.toso.notifications.device.RegisterDevice.Registered;

class DevicesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final MovingClock clock = new MovingClock();
    private Store store;
    private StoredWorld people;
    private Devices devices;
    private RegisterDevice register;

    @BeforeEach
    void open() {
        store = TestStore.open("Devices");
        people = new StoredWorld(store, new ChangeLog(store, clock), clock);
        devices = new Devices(store);
        register = new RegisterDevice(devices, clock);
        devices.createIndexes().block(SOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Actor as(Member member) {
        return new Actor(member.id(), member.role(), Scope.all());
    }

    private static DeviceForm form(@Nullable String token) {
        return new DeviceForm(Platform.ANDROID, token, "1.4.2", "vi-VN");
    }

    private static DeviceId id(int number) {
        return new DeviceId(new UUID(7, number));
    }

    private Registered put(Member member, int number, @Nullable String token) {
        return register.put(as(member), id(number), form(token)).block(SOON);
    }

    private List<String> tokensOf(Member member) {
        return devices.reachableOf(List.of(member.id()))
                .map(Device::pushToken)
                .sort()
                .collectList()
                .block(SOON);
    }

    @Test
    void a_phone_is_new_once_and_then_changes() {
        assertThat(put(LAN, 1, "a").first()).isTrue();
        assertThat(put(LAN, 1, "b").first()).isFalse();
        assertThat(tokensOf(LAN)).containsExactly("b");
    }

    @Test
    void a_member_has_several_phones_but_not_any_number() {
        for (int i = 0; i < RegisterDevice.MOST_DEVICES + 3; i++) {
            put(LAN, i, "token" + i);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(tokensOf(LAN)).hasSize(RegisterDevice.MOST_DEVICES).doesNotContain("token0", "token1", "token2");
    }

    @Test
    void a_token_that_shows_up_elsewhere_leaves_its_former_place() {
        put(LAN, 1, "a");
        put(MINH, 2, "a");

        assertThat(tokensOf(LAN)).isEmpty();
        assertThat(tokensOf(MINH)).containsExactly("a");
        assertThat(devices.find(id(1)).block(SOON)).isNotNull();
    }

    @Test
    void phones_that_fight_for_a_token_at_once_leave_it_with_one() {
        List<Registered> won = Flux.range(0, 8)
                .flatMap(i -> register.put(as(i % 2 == 0 ? LAN : MINH), id(i), form("wanted"))
                        .onErrorResume(Problem.class, busy -> Mono.empty()))
                .collectList()
                .block(SOON);

        assertThat(won).isNotEmpty();
        List<String> left = new ArrayList<>(tokensOf(LAN));
        left.addAll(tokensOf(MINH));
        assertThat(left).containsExactly("wanted");
    }

    @Test
    void several_phones_without_a_token_are_no_conflict() {
        put(LAN, 1, null);
        put(LAN, 2, null);

        assertThat(tokensOf(LAN)).isEmpty();
    }

    @Test
    void a_phone_belongs_to_whoever_has_it_in_hand() {
        put(LAN, 1, "a");
        clock.advance(Duration.ofDays(30));
        Device minhs = put(MINH, 1, "a").device();

        assertThat(tokensOf(LAN)).isEmpty();
        assertThat(minhs.memberId()).isEqualTo(MINH.id());
        assertThat(minhs.registeredAt()).isEqualTo(clock.instant());
        assertThat(minhs.lastSyncAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_phone_is_forgotten_by_its_member_alone_and_as_often_as_wanted() {
        put(LAN, 1, "a");

        assertThatThrownBy(() -> register.delete(as(MINH), id(1)).block(SOON))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-found");
        register.delete(as(LAN), id(1)).block(SOON);
        register.delete(as(LAN), id(1)).block(SOON);

        assertThat(tokensOf(LAN)).isEmpty();
    }

    @Test
    void what_is_no_token_version_or_locale_is_refused() {
        for (DeviceForm bad : List.of(
                form(""),
                form("with space"),
                form("none:" + id(1)),
                form("x".repeat(4_097)),
                new DeviceForm(Platform.IOS, null, "", "vi"),
                new DeviceForm(Platform.IOS, null, "1.0\n", "vi"),
                new DeviceForm(Platform.IOS, null, "1.0", "tiếng Việt"))) {
            assertThatThrownBy(() -> register.put(as(LAN), id(1), bad).block(SOON))
                    .as("%s", bad)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("invalid");
        }
        assertThat(devices.find(id(1)).block(SOON)).isNull();
    }

    @Test
    void the_language_follows_the_phones_locale() {
        assertThat(new Device(id(1), LAN.id(), Platform.IOS, "a", "1", "en_GB", clock.instant(), clock.instant())
                        .language()
                        .getLanguage())
                .isEqualTo("en");
    }

    @Test
    void synchronising_is_noted_in_bulk_for_one_phone_or_all_of_a_member() {
        put(LAN, 1, "a");
        put(LAN, 2, "b");
        put(MINH, 3, "c");
        SyncTimes times = new SyncTimes(devices, clock);
        clock.advance(Duration.ofHours(1));

        times.note(LAN.id(), id(1));
        times.note(MINH.id(), id(2));
        times.note(MINH.id(), null);
        times.flush().block(SOON);

        assertThat(devices.find(id(1)).block(SOON).lastSyncAt()).isEqualTo(clock.instant());
        assertThat(devices.find(id(2)).block(SOON).lastSyncAt()).isEqualTo(TestWorld.NOW);
        assertThat(devices.find(id(3)).block(SOON).lastSyncAt()).isEqualTo(clock.instant());
    }

    @Test
    void phones_that_have_not_synchronised_for_a_day_are_counted_in_every_area_above() {
        put(LAN, 1, "a");
        put(MINH, 2, null);
        put(HOA, 3, "c");
        put(THUY, 4, "d");
        SilentDevices silent = new SilentDevices(devices, people.trees, clock);
        clock.advance(Duration.ofHours(23));
        silent.count().block(SOON);
        assertThat(silent.in(TestWorld.PROVINCE.id())).isZero();

        SyncTimes times = new SyncTimes(devices, clock);
        times.note(MINH.id(), id(2));
        times.flush().block(SOON);
        clock.advance(Duration.ofHours(2));
        silent.count().block(SOON);

        assertThat(silent.in(TestWorld.XOM_1.id())).isEqualTo(1);
        assertThat(silent.in(TestWorld.MINH_HOP.id())).isEqualTo(2);
        assertThat(silent.in(TestWorld.PROVINCE.id())).isEqualTo(3);
        assertThat(silent.in(TestWorld.TAM_HOP.id())).isEqualTo(1);
        assertThat(silent.in(List.of(TestWorld.MINH_HOP.id(), TestWorld.TAM_HOP.id(), TestWorld.XOM_1.id())))
                .as("whoever is in several of them counts once")
                .isEqualTo(3);
    }
}
