package vn.toso.domain.team;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.errorsOf;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.InviteMember.Invited;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class InviteFirstAdminTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MovingClock clock = new MovingClock();
    private Store store;
    private StoredWorld world;
    private InviteFirstAdmin first;
    private BindSubject bind;

    @BeforeEach
    void open() {
        store = TestStore.open("firstAdmin");
        clock.set(TestWorld.NOW);
        world = new StoredWorld(store, new ChangeLog(store, clock), clock);
        Mono.from(world.members.collection().documents().deleteMany(eq("role", Role.PROVINCE_ADMIN)))
                .block(SOON);
        first = onANode(3);
        bind = new BindSubject(world.members, world.directory, clock);
    }

    private InviteFirstAdmin onANode(long seed) {
        InviteMember invite = new InviteMember(
                world.members, world.directory, world.trees, IdSource.timeOrdered(), new Random(seed), clock);
        return new InviteFirstAdmin(world.members, invite, world.trees, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoever_started_the_node_gets_a_code_that_lets_an_administrator_in() {
        Invited invited = Objects.requireNonNull(first.invite().block(SOON));

        Member member = Objects.requireNonNull(bind.bind("an", invited.code()).block(SOON));

        assertThat(member.role()).isEqualTo(Role.PROVINCE_ADMIN);
        assertThat(member.areas()).containsExactly(TestWorld.PROVINCE.id());
        assertThat(world.directory.actorOf("an").block(SOON).scope().everything())
                .isTrue();
    }

    @Test
    void as_long_as_nobody_used_it_every_start_shows_a_new_code_and_voids_the_last() {
        Invited one = Objects.requireNonNull(first.invite().block(SOON));
        clock.advance(Duration.ofDays(30));
        Invited other = Objects.requireNonNull(first.invite().block(SOON));

        assertThat(errorsOf(bind.bind("an", one.code()))).containsExactly("/code invitation-unknown");
        assertThat(bind.bind("an", other.code()).block(SOON)).isNotNull();
    }

    @Test
    void nodes_that_start_together_show_one_code() {
        assertThat(first.invite().block(SOON)).isNotNull();
        clock.advance(Duration.ofSeconds(20));

        assertThat(first.invite().block(SOON)).isNull();
    }

    @Test
    void of_two_nodes_at_the_same_instant_one_shows_a_code_and_that_one_is_good() {
        List<Invited> shown = Objects.requireNonNull(
                Flux.merge(first.invite(), onANode(4).invite()).collectList().block(SOON));

        assertThat(shown).hasSize(1);
        assertThat(bind.bind("an", shown.get(0).code()).block(SOON)).isNotNull();
    }

    @Test
    void where_somebody_administers_the_province_nobody_is_invited() {
        Invited invited = Objects.requireNonNull(first.invite().block(SOON));
        bind.bind("an", invited.code()).block(SOON);
        clock.advance(Duration.ofDays(30));

        assertThat(first.invite().block(SOON)).isNull();
    }
}
