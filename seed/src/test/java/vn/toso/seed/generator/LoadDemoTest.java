package vn.toso.seed.generator;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Households;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.task.CompleteTasks;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.visit.Visits;

class LoadDemoTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
    private static final long SEED = 1;

    private final Store store = TestStore.open("LoadDemo");

    @AfterEach
    void drop() {
        store.close();
    }

    @Test
    void aHamletIsLoadedAsItIsMadeUp() {
        assertThat(load(DemoSize.HAMLET, CLOCK)).contains("generated", "hamlet, seed 1", "1 hamlets");
        assertThat(stored(DemoSize.HAMLET)).isEqualTo(madeUp(DemoSize.HAMLET, TODAY));
    }

    @Test
    void theNextStartFindsItThereAndWritesNothing() {
        load(DemoSize.HAMLET, CLOCK);
        Set<Object> before = stored(DemoSize.HAMLET);
        Clock nextWeek = Clock.offset(CLOCK, Duration.ofDays(7));
        assertThat(load(DemoSize.HAMLET, nextWeek)).contains("there already", "up to 2026-11-21");
        assertThat(load(DemoSize.COMMUNE, nextWeek)).contains("for commune with seed 1 start on an empty store");
        assertThat(stored(DemoSize.HAMLET)).isEqualTo(before);
    }

    @Test
    void aLoadThatIsKilledAgainAndAgainEndsWithTheSameDocuments() {
        long seed = Long.getLong("toso.test.seed", System.nanoTime());
        Random random = new Random(seed);
        Clock clock = CLOCK;
        int kills = 0;
        for (boolean done = false; !done; kills++) {
            clock = Clock.offset(clock, Duration.ofHours(9));
            done = node(clock, DemoSize.COMMUNE)
                    .load()
                    .map(told -> true)
                    .timeout(Duration.ofMillis(kills < 8 ? 50 + random.nextInt(400) : 60_000), Mono.just(false))
                    .blockOptional()
                    .orElseThrow();
        }
        assertThat(kills).as("seed " + seed).isGreaterThan(1);
        assertThat(stored(DemoSize.COMMUNE)).as("seed " + seed).isEqualTo(madeUp(DemoSize.COMMUNE, TODAY));
    }

    @Test
    void twoNodesThatLoadAtTheSameTimeMakeNothingTwice() {
        Mono.zip(
                        node(CLOCK, DemoSize.HAMLET).load(),
                        node(CLOCK, DemoSize.HAMLET).load())
                .block();
        assertThat(stored(DemoSize.HAMLET)).isEqualTo(madeUp(DemoSize.HAMLET, TODAY));
    }

    @Test
    void listenersFindNothingLeftToDerive() {
        load(DemoSize.COMMUNE, CLOCK);
        Set<Object> before = stored(DemoSize.COMMUNE);
        ChangeLog log = new ChangeLog(store, CLOCK);
        Teams teams = new Teams(store, log, CLOCK);
        Visits visits = new Visits(store, log, CLOCK);
        FollowVisits progress = new FollowVisits(visits, new Households(store, log, CLOCK), CLOCK);
        CompleteTasks completion = new CompleteTasks(new Tasks(store, log, teams, CLOCK), visits);
        List<Change> changes = log.after(Cursor.START, 100_000).collectList().block();
        assertThat(changes).hasSizeGreaterThan(4_000);
        progress.handle(changes).then(completion.handle(changes)).block();
        assertThat(stored(DemoSize.COMMUNE)).isEqualTo(before);
    }

    @Test
    void thePeopleOfTheTourSignInByTheirHandles() {
        load(DemoSize.HAMLET, CLOCK);
        Members members = new Members(store, new ChangeLog(store, CLOCK), CLOCK);
        assertThat(List.of("lan", "minh", "hoa", "tuan", "an", "dung"))
                .extracting(handle -> Objects.requireNonNull(
                                members.findBySubject("demo:" + handle).block())
                        .role()
                        .name())
                .containsExactly(
                        "TEAM_MEMBER",
                        "TEAM_MEMBER",
                        "COMMUNE_LEADER",
                        "DISTRICT_STAFF",
                        "PROVINCE_ADMIN",
                        "DATA_OFFICER");
        Member lan = Objects.requireNonNull(members.findBySubject("demo:lan").block());
        assertThat(lan.name()).isEqualTo("Trương Thị Lan");
        assertThat(lan.generated()).isTrue();
    }

    private String load(DemoSize size, Clock clock) {
        return Objects.requireNonNull(node(clock, size).load().block());
    }

    private LoadDemo node(Clock clock, DemoSize size) {
        return new LoadDemo(store, collections(clock), clock, size, SEED);
    }

    private DemoCollections collections(Clock clock) {
        ChangeLog log = new ChangeLog(store, clock);
        Teams teams = new Teams(store, log, clock);
        return new DemoCollections(
                new Areas(store, log, clock).collection(),
                new Members(store, log, clock).collection(),
                teams.collection(),
                new Households(store, log, clock).collection(),
                new Visits(store, log, clock).collection(),
                new Tasks(store, log, teams, clock).collection(),
                new Campaigns(store, log, new AreaTrees(new Areas(store, log, clock)), clock).collection());
    }

    /** Every stored document but for its revision, which must be the first. */
    private Set<Object> stored(DemoSize size) {
        DemoCollections all = collections(CLOCK);
        List<Object> documents = new ArrayList<>();
        for (LoggedCollection<?> collection : List.of(
                all.areas(),
                all.members(),
                all.teams(),
                all.households(),
                all.visits(),
                all.tasks(),
                all.campaigns())) {
            documents.addAll(unwritten(collection));
        }
        Set<Object> distinct = new HashSet<>(documents);
        assertThat(distinct).as(size + " has no doubles").hasSameSizeAs(documents);
        return distinct;
    }

    private static <D extends Versioned<D>> List<D> unwritten(LoggedCollection<D> collection) {
        assertThat(Mono.from(collection.documents().countDocuments(eq("revision.version", 2)))
                        .block())
                .isZero();
        return Flux.from(collection.documents().find(empty()))
                .map(document -> document.revised(Revision.NONE))
                .collectList()
                .block();
    }

    private static Set<Object> madeUp(DemoSize size, LocalDate today) {
        DemoPlan plan = DemoPlan.of(SEED, size);
        MakeHamlet make = new MakeHamlet(SEED, today);
        Set<Object> documents = new HashSet<>(Cast.staffOf(plan, SEED));
        documents.add(make.campaign());
        for (CommunePlan commune : plan.communes()) {
            List<Member> leaders = Cast.leadersOf(commune, SEED);
            documents.addAll(leaders);
            documents.add(Cast.teamOf(commune, leaders));
            for (HamletPlan hamlet : commune.hamlets()) {
                HamletData data = make.of(hamlet, Cast.leaderOf(commune));
                documents.add(data.area());
                List.of(data.members(), data.teams(), data.households(), data.visits(), data.tasks())
                        .forEach(documents::addAll);
            }
        }
        return documents;
    }
}
