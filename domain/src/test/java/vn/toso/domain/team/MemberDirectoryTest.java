package vn.toso.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class MemberDirectoryTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final AtomicLong nanos = new AtomicLong();
    private Store store;
    private StoredWorld world;
    private MemberDirectory directory;

    @BeforeEach
    void open() {
        store = TestStore.open("directory");
        world = new StoredWorld(store);
        directory = new MemberDirectory(world.members, world.trees, TestWorld.CLOCK, nanos::get);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_actor_has_the_scope_of_the_members_home() {
        Actor lan = directory.actorOf(LAN.subject()).block(SOON);

        assertThat(lan).isEqualTo(TestWorld.actor(LAN));
        assertThat(directory.actorOf(LAN.subject()).block(SOON)).isSameAs(lan);
        assertThat(directory
                        .actorOf(PROVINCE_ADMIN.subject())
                        .block(SOON)
                        .scope()
                        .everything())
                .isTrue();
    }

    @Test
    void an_unknown_subject_is_told_to_bring_an_invitation() {
        assertThat(refusalOf(directory.actorOf("nobody")).code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusalOf(directory.actorOf("nobody")).reason()).isEqualTo("forbidden.unbound");
    }

    @Test
    void who_was_suspended_on_another_node_is_out_within_30_seconds() {
        directory.actorOf(LAN.subject()).block(SOON);
        suspendElsewhere();

        assertThat(directory.actorOf(LAN.subject()).block(SOON)).isNotNull();
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(refusalOf(directory.actorOf(LAN.subject())).reason()).isEqualTo("forbidden.suspended");
    }

    @Test
    void who_is_forgotten_is_read_again() {
        directory.actorOf(LAN.subject()).block(SOON);
        directory.actorOf(PROVINCE_ADMIN.subject()).block(SOON);
        suspendElsewhere();

        directory.forget(PROVINCE_ADMIN.id());
        assertThat(directory.actorOf(LAN.subject()).block(SOON)).isNotNull();
        directory.forget(LAN.id());
        assertThat(refusalOf(directory.actorOf(LAN.subject())).reason()).isEqualTo("forbidden.suspended");
    }

    @Test
    void when_all_is_forgotten_everybody_is_read_again() {
        directory.actorOf(LAN.subject()).block(SOON);
        suspendElsewhere();
        assertThat(directory.actorOf(LAN.subject()).block(SOON)).isNotNull();

        directory.forgetAll();

        assertThat(refusalOf(directory.actorOf(LAN.subject())).reason()).isEqualTo("forbidden.suspended");
    }

    @Test
    void a_new_hamlet_shows_in_the_scope_as_soon_as_the_tree_has_it() {
        String hoa = TestWorld.HOA.subject();
        int before = directory.actorOf(hoa).block(SOON).scope().hamlets().size();
        world.areas
                .collection()
                .insert(Actor.SYSTEM, aHamlet("Mới").under(MINH_HOP.id()).build())
                .then(world.trees.refresh())
                .block(SOON);

        assertThat(directory.actorOf(hoa).block(SOON).scope().hamlets()).hasSize(before + 1);
    }

    @Test
    void a_member_who_waits_for_the_first_sign_in_is_unbound_even_with_a_subject() {
        Member lan = world.members.findBySubject(LAN.subject()).block(SOON);
        world.members
                .collection()
                .replace(Actor.SYSTEM, lan.standing(MemberStatus.INVITED, LAN.subject(), null))
                .block(SOON);

        assertThat(refusalOf(directory.actorOf(LAN.subject())).reason()).isEqualTo("forbidden.unbound");
    }

    private void suspendElsewhere() {
        Member lan = world.members.findBySubject(LAN.subject()).block(SOON);
        world.members
                .collection()
                .replace(Actor.SYSTEM, lan.standing(MemberStatus.SUSPENDED, lan.subject(), null))
                .block(SOON);
    }
}
