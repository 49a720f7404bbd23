package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.sync.Holding.Company;
import vn.toso.domain.sync.Holding.Extent;
import vn.toso.domain.world.MovingClock;

/** A new version of what a phone is to hold is made when it differs, and only then. */
class HoldingsTest {

    private static final Extent HERE = extent(XOM_1);
    private static final Extent THERE = extent(XOM_5);
    private static final Company TOGETHER = new Company(List.of(TEAM.id()), List.of(TEAM.id()), List.of(MINH.id()));

    private final MovingClock clock = new MovingClock();
    private Store store;
    private Holdings holdings;

    @BeforeEach
    void open() {
        store = TestStore.open("Holdings");
        holdings = new Holdings(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_same_again_is_the_same_version_and_other_places_or_other_people_are_the_next() {
        assertThat(version(HERE, Company.NONE)).isEqualTo(1);
        assertThat(version(HERE, Company.NONE)).isEqualTo(1);
        assertThat(version(HERE, TOGETHER)).isEqualTo(2);
        assertThat(version(THERE, TOGETHER)).isEqualTo(3);
        assertThat(version(HERE, TOGETHER)).isEqualTo(4);
    }

    @Test
    void a_version_is_found_on_every_node_and_one_that_never_was_is_not() {
        version(HERE, TOGETHER);
        Holdings other = new Holdings(store, clock);

        assertThat(await(other.find(LAN.id(), 1))).isEqualTo(await(holdings.find(LAN.id(), 1)));
        assertThat(other.find(LAN.id(), 2).blockOptional()).isEmpty();
        assertThat(other.find(MINH.id(), 1).blockOptional()).isEmpty();
    }

    @Test
    void two_nodes_that_notice_at_once_make_one_version() {
        Holdings other = new Holdings(store, clock);
        for (int round = 1; round <= 20; round++) {
            Extent next = round % 2 == 0 ? HERE : THERE;

            List<Long> versions = await(Flux.just(holdings, other, holdings, other)
                    .flatMap(node -> node.latest(LAN.id(), next, TOGETHER).subscribeOn(Schedulers.parallel()))
                    .map(Holding::version)
                    .collectList());

            assertThat(versions).as("round %d", round).hasSize(4).containsOnly((long) round);
        }
    }

    @Test
    void old_versions_go_but_the_last_twenty_stay_however_old_they_are() {
        for (int i = 1; i <= 30; i++) {
            version(i % 2 == 0 ? HERE : THERE, TOGETHER);
        }
        clock.advance(Duration.ofDays(201));

        assertThat(version(THERE, TOGETHER)).isEqualTo(31);

        Holdings fresh = new Holdings(store, clock);
        assertThat(fresh.find(LAN.id(), 10).blockOptional()).isEmpty();
        assertThat(fresh.find(LAN.id(), 11).blockOptional()).isPresent();
    }

    private long version(Extent extent, Company company) {
        return await(holdings.latest(LAN.id(), extent, company)).version();
    }

    private static Extent extent(Area hamlet) {
        return new Extent(Role.TEAM_MEMBER, List.of(hamlet.id()), List.of(hamlet.id()));
    }
}
