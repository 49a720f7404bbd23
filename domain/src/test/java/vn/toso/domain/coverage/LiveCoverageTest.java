package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.AreaBuilder.ALWAYS;
import static vn.toso.domain.world.AreaBuilder.aCommune;
import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.LiveCoverage.Picture;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

class LiveCoverageTest {

    private static final Actor LEADER = actor(HOA);
    private static final Actor PROVINCE_STAFF = actor(PROVINCE_ADMIN);

    private final MovingClock clock = new MovingClock();
    private final Disposable.Composite running = Disposables.composite();
    private WorkingWorld world;
    private LiveCoverage live;
    private int told;

    /** Somebody who looks at an area. */
    private final class Looker {

        final Queue<Picture> pictures = new ConcurrentLinkedQueue<>();
        final AtomicReference<Throwable> end = new AtomicReference<>();
        final Disposable looking;

        Looker(Actor actor, AreaId area) {
            looking = live.follow(actor, area).subscribe(pictures::add, end::set);
            running.add(looking);
        }

        Picture next() {
            Eventually.holds(() -> assertThat(pictures).isNotEmpty());
            return pictures.remove();
        }
    }

    @BeforeEach
    void open() {
        world = WorkingWorld.open("LiveCoverage", clock);
        world.settle();
        CountedUpTo countedUpTo = new CountedUpTo(
                new FollowVisits(world.visits, world.people.households, clock), clock::instant, clock::instant);
        live = new LiveCoverage(world.coverages, world.people.trees, countedUpTo, clock);
        running.add(live.run().subscribe());
        told = world.changes().size();
    }

    @AfterEach
    void close() {
        running.dispose();
        world.close();
    }

    /** Lets everything follow, and the node hear of it. */
    private void tell() {
        world.settle();
        List<Change> all = world.changes();
        await(live.handle(new ArrayList<>(all.subList(told, all.size()))));
        told = all.size();
    }

    private void visit(String word, Area hamlet) {
        var home = world.people.put(aHousehold(word).in(hamlet)).get(0);
        world.put(
                world.visits.collection(),
                List.of(aVisit(word).to(home).did("PAY_BILL", ACHIEVED).build()));
    }

    private static long achieved(AreaCoverage of) {
        return of.cell("PAY_BILL").achieved();
    }

    @Test
    void the_first_picture_has_every_child_and_the_next_one_only_what_changed() {
        visit("before", XOM_5);
        tell();
        Looker hoa = new Looker(LEADER, MINH_HOP.id());
        Picture first = hoa.next();
        visit("after", XOM_1);
        tell();
        Picture second = hoa.next();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.changed()).hasSize(3).hasSameSizeAs(first.children());
        assertThat(achieved(first.area())).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.changed()).containsExactly(XOM_1.id());
        assertThat(achieved(second.area())).isEqualTo(2);
        assertThat(second.mark()).isNotEqualTo(first.mark());
        assertThat(second.area())
                .isEqualTo(await(world.coverageOf.of(
                                LEADER, new CoverageOf.Question(MINH_HOP.id(), null, null, CoverageOf.Tree.NOW)))
                        .area());
    }

    @Test
    void a_hamlet_is_told_of_its_own_visits_and_of_no_others() {
        Looker lan = new Looker(actor(LAN), XOM_1.id());
        Picture first = lan.next();
        visit("elsewhere", XOM_5);
        tell();
        visit("here", XOM_1);
        tell();
        Picture second = lan.next();

        assertThat(first.children()).isEmpty();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.changed()).containsExactly(XOM_1.id());
        assertThat(second.area().households().visited()).isEqualTo(1);
    }

    @Test
    void a_province_is_the_sum_of_what_stands_right_below_it() {
        visit("here", XOM_1);
        tell();

        Picture picture = new Looker(PROVINCE_STAFF, PROVINCE.id()).next();

        assertThat(picture.children()).extracting(AreaCoverage::area).containsExactly(OVERSIGHT.id());
        assertThat(achieved(picture.area())).isEqualTo(1);
        assertThat(picture.area().households())
                .isEqualTo(picture.children().get(0).households());
    }

    @Test
    void what_is_out_of_scope_cannot_be_followed() {
        assertNotFound(live.follow(LEADER, TAM_HOP.id()).next());
        assertNotFound(live.follow(LEADER, new AreaId(new UUID(1, 2))).next());
        assertThat(live.size()).isZero();
    }

    @Test
    void a_new_hamlet_shows_with_the_next_picture() {
        Looker hoa = new Looker(LEADER, MINH_HOP.id());
        hoa.next();

        world.put(
                world.people.areas.collection(),
                List.of(aHamlet("9").id("xóm 9").under(MINH_HOP.id()).build()));
        await(world.people.trees.refresh());
        tell();

        Picture next = hoa.next();
        assertThat(next.children()).hasSize(4);
        assertThat(next.changed()).hasSize(4);
    }

    @Test
    void who_looks_at_an_area_that_goes_away_is_told() {
        Looker hoa = new Looker(LEADER, MINH_HOP.id());
        hoa.next();
        Area stored = await(world.people.areas.collection().find(MINH_HOP.id()));
        Area gone = aCommune("Minh Hợp")
                .to(TODAY, TAM_HOP.id())
                .under(OVERSIGHT.id(), ALWAYS, TODAY)
                .build();
        await(world.people.areas.collection().replace(Actor.SYSTEM, gone.revised(stored.revision())));
        await(world.people.trees.refresh());
        tell();

        Eventually.holds(() -> assertThat(hoa.end.get()).isInstanceOf(Problem.class));
        assertThat(((Problem) hoa.end.get()).code()).isEqualTo(ProblemCode.NOT_FOUND);
        Eventually.holds(() -> assertThat(live.size()).isZero());
    }

    @Test
    void whoever_looks_at_one_area_sees_one_row_of_pictures() {
        Looker one = new Looker(LEADER, MINH_HOP.id());
        one.next();
        Looker other = new Looker(PROVINCE_STAFF, MINH_HOP.id());
        other.next();
        visit("here", XOM_1);
        tell();

        assertThat(other.next()).isSameAs(one.next());
        assertThat(live.size()).isEqualTo(1);
        one.looking.dispose();
        assertThat(live.size()).isEqualTo(1);
        other.looking.dispose();
        assertThat(live.size()).isZero();
    }

    @Test
    void a_node_that_missed_changes_draws_its_areas_anew() {
        Looker hoa = new Looker(LEADER, MINH_HOP.id());
        hoa.next();
        visit("unheard", XOM_1);
        world.settle();

        await(live.startOver());

        assertThat(achieved(hoa.next().area())).isEqualTo(1);
    }

    @Test
    void it_says_which_members_may_be_others_now() {
        Queue<Set<MemberId>> heard = new ConcurrentLinkedQueue<>();
        running.add(live.members().subscribe(heard::add));
        var lan = await(world.people.members.collection().find(LAN.id()));
        await(world.people.members.collection().replace(Actor.SYSTEM, lan));
        tell();
        visit("no member", XOM_1);
        tell();

        assertThat(heard).containsExactly(Set.of(LAN.id()));
    }
}
