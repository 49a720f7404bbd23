package vn.toso.notifications.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.SOON;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.area.Area;
import vn.toso.domain.id.AnnouncementId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.notifications.announcement.Announcement.State;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeKind;
import vn.toso.notifications.notice.NoticeWorld;

/** How an announcement gets to everybody, whatever happens on the way. */
class FanOutTest {

    private NoticeWorld world;
    private Announcements announcements;
    private Announce announce;

    @BeforeEach
    void open() {
        world = NoticeWorld.open("FanOut");
        announcements = new Announcements(world.world.store, world.world.log, world.clock);
        announce = new Announce(
                announcements,
                world.world.people.members,
                world.world.people.trees,
                world.clock,
                IdSource.timeOrdered());
        await(announcements.collection().createIndexes());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private FanOut node() {
        return new FanOut(
                announcements, world.world.people.members, world.world.people.trees, world.notices, world.clock);
    }

    private void putMembers(Area home, int many) {
        List<Member> added = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            added.add(aMember("Lô Văn " + home.id() + i).in(home.id()).build());
        }
        world.world.put(world.world.people.members.collection(), added);
    }

    private Announcement said(Member by, Area area) {
        return await(announce.say(
                        actor(by), new Announce.Command(null, area.id(), "Họp giao ban", "19 giờ thứ Sáu", false)))
                .announcement();
    }

    private Announcement now(Announcement said) {
        return await(announcements.collection().find(said.id()));
    }

    private long have(Announcement said, Notice.State state) {
        return await(world.notices.countAbout(said.subject(), NoticeKind.ANNOUNCEMENT, state));
    }

    @Test
    void everybody_at_home_in_the_area_gets_it_and_nobody_else() {
        world.world.put(
                world.world.people.members.collection(),
                List.of(aMember("Người đã nghỉ")
                        .in(XOM_5.id())
                        .status(MemberStatus.SUSPENDED)
                        .build()));
        Announcement said = said(HOA, MINH_HOP);
        await(node().run());

        assertThat(world.of(LAN)).singleElement().satisfies(notice -> {
            assertThat(notice.text().title()).isEqualTo("Họp giao ban");
            assertThat(notice.subject()).isEqualTo(said.id().value());
        });
        assertThat(world.of(HOA)).hasSize(1);
        assertThat(world.of(THUY)).isEmpty();
        assertThat(world.of(DISTRICT_STAFF)).isEmpty();
        assertThat(now(said)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(State.SENT);
            assertThat(done.made()).isEqualTo(3);
            assertThat(done.recipients()).isEqualTo(3);
        });
    }

    @Test
    void a_province_hears_it_page_by_page_and_each_once() {
        putMembers(XOM_5, 1_300);
        Announcement said = said(PROVINCE_ADMIN, PROVINCE);
        assertThat(said.recipients()).isEqualTo(1_307);
        await(node().run());

        assertThat(now(said).made()).isEqualTo(1_307);
        assertThat(have(said, Notice.State.UNREAD)).isEqualTo(1_307);
    }

    @Test
    void a_node_that_dies_between_the_notices_and_the_note_of_them_makes_none_twice() {
        putMembers(XOM_5, 1_300);
        Announcement said = said(PROVINCE_ADMIN, PROVINCE);
        Announcement one = await(node().step(said));
        assertThat(one.made()).isEqualTo(FanOut.PAGE);
        // It made the next page, too, and died: what it noted never came.
        Announcement lost = await(node().step(one));
        await(announcements.collection().replace(vn.toso.domain.access.Actor.SYSTEM, back(lost, one)));

        await(node().run());

        assertThat(now(said).made()).isEqualTo(1_307);
        assertThat(have(said, Notice.State.UNREAD)).isEqualTo(1_307);
    }

    /** As it was, in the version of later. */
    private static Announcement back(Announcement later, Announcement before) {
        return before.revised(later.revision());
    }

    @Test
    void two_nodes_at_it_at_once_make_each_notice_once_and_count_right() {
        putMembers(XOM_5, 1_300);
        Announcement said = said(PROVINCE_ADMIN, PROVINCE);

        Flux.range(0, 2)
                .flatMap(n -> node().run().subscribeOn(Schedulers.parallel()))
                .blockLast(SOON);
        await(node().run());

        assertThat(now(said).state()).isEqualTo(State.SENT);
        assertThat(now(said).made()).isEqualTo(1_307);
        assertThat(have(said, Notice.State.UNREAD)).isEqualTo(1_307);
    }

    @Test
    void taken_back_half_way_it_goes_no_further_and_leaves_only_those_who_read_it() {
        putMembers(XOM_5, 1_300);
        Announcement said = said(PROVINCE_ADMIN, PROVINCE);
        Announcement one = await(node().step(said));
        Notice read = await(world.notices
                .unreadAbout(said.subject(), NoticeKind.ANNOUNCEMENT, 1)
                .single());
        Member reader = await(world.world.people.members.collection().find(read.recipient()));
        await(new vn.toso.notifications.notice.Inbox(world.notices, world.clock).read(actor(reader), read.id()));

        await(announce.cancel(actor(PROVINCE_ADMIN), said.id(), null));
        // A node that has not heard of it yet goes on by a page.
        await(node().step(one).onErrorResume(stale -> reactor.core.publisher.Mono.empty()));
        await(node().run());

        assertThat(now(said).state()).isEqualTo(State.CANCELLED);
        assertThat(have(said, Notice.State.UNREAD)).isZero();
        assertThat(have(said, Notice.State.READ)).isEqualTo(1);
        Announcement again = await(announce.cancel(actor(PROVINCE_ADMIN), said.id(), null));
        assertThat(again).isEqualTo(now(said));
    }

    @Test
    void an_id_of_the_callers_own_says_it_once() {
        AnnouncementId id = new AnnouncementId(UUID.randomUUID());
        Announce.Command command = new Announce.Command(id, MINH_HOP.id(), "Họp", "19 giờ", false);
        Announce.Announced first = await(announce.say(actor(HOA), command));
        await(node().run());
        Announce.Announced again = await(announce.say(actor(HOA), command));

        assertThat(first.first()).isTrue();
        assertThat(again.first()).isFalse();
        assertThat(again.announcement().id()).isEqualTo(id);
        Announce.Command other = new Announce.Command(id, MINH_HOP.id(), "Họp", "20 giờ", false);
        assertThat(refusalOf(announce.say(actor(HOA), other)).code()).isEqualTo(ProblemCode.CONFLICT);
        await(node().run());
        assertThat(world.of(LAN)).hasSize(1);
    }

    @Test
    void nobody_announces_beyond_the_own_scope() {
        Announce.Command elsewhere = new Announce.Command(null, TAM_HOP.id(), "Họp", "19 giờ", false);
        assertThat(refusalOf(announce.say(actor(HOA), elsewhere)).errors())
                .extracting("pointer")
                .containsExactly("/areaId");
        assertThat(refusalOf(announce.say(
                                actor(LAN), new Announce.Command(null, XOM_DONG.id(), "Họp", "19 giờ", false)))
                        .code())
                .isEqualTo(ProblemCode.FORBIDDEN);
        Announcement said = said(DISTRICT_STAFF, OVERSIGHT);
        assertThat(refusalOf(announcements.get(actor(HOA), said.id())).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusalOf(announce.cancel(actor(HOA), said.id(), null)).code())
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(await(announcements.page(actor(HOA), 10, null)).items()).isEmpty();
        assertThat(await(announcements.page(actor(PROVINCE_ADMIN), 10, null)).items())
                .extracting(Announcement::id)
                .containsExactly(said.id());
    }
}
