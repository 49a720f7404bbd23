package vn.toso.seed.generator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Loader;
import vn.toso.domain.storage.Store;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;

/**
 * Fills a store with demo data, hamlet by hamlet and a few at a time, so that memory stays small whatever the size. All
 * ids follow from the seed: a load that was killed, or that two nodes run at once, makes nothing twice.
 */
final class LoadDemo implements Loader {

    /** Hamlets that share their statements: some thousand documents, which is where a database is at its best. */
    private static final int TOGETHER = 4;

    /** How many such groups are made or written at the same time. */
    private static final int AT_ONCE = 2;

    private static final int AREAS_AT_ONCE = 500;

    private final DemoMarks marks;
    private final DemoCollections to;
    private final Clock clock;
    private final DemoSize size;
    private final long seed;

    LoadDemo(Store store, DemoCollections to, Clock clock, DemoSize size, long seed) {
        this.marks = new DemoMarks(store);
        this.to = to;
        this.clock = clock;
        this.size = size;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "demo data";
    }

    @Override
    public Mono<String> load() {
        return marks.beginWith(DemoMark.begun(size, seed, Days.today(clock)))
                .flatMap(mark -> mark.complete() ? Mono.just(there(mark)) : goOn(mark));
    }

    private String there(DemoMark mark) {
        String other = mark.isOf(size, seed)
                ? ""
                : "; for " + size.name().toLowerCase(Locale.ROOT) + " with seed " + seed + " start on an empty store";
        return "Demo data, generated: there already (" + mark.told() + ")" + other;
    }

    /** A load that was killed is finished as it was begun, whatever is asked for now. */
    private Mono<String> goOn(DemoMark mark) {
        return Mono.fromCallable(() -> new Run(mark))
                .subscribeOn(Schedulers.parallel())
                .flatMap(run -> run.structure()
                        .then(run.hamlets())
                        .then(run.campaign())
                        .then(marks.complete())
                        .thenReturn(run))
                .map(run -> "Demo data, generated: " + run.told());
    }

    /** One load, from the hamlet that the mark names to the last. */
    private final class Run {
        private final DemoMark mark;
        private final DemoPlan plan;
        private final MakeHamlet make;
        private final List<Job> jobs = new ArrayList<>();
        private final ProgressLine progress;

        private record Job(int number, HamletPlan hamlet, MemberId leader) {}

        Run(DemoMark mark) {
            this.mark = mark;
            this.plan = DemoPlan.of(mark.seed(), DemoSize.valueOf(mark.size()));
            this.make = new MakeHamlet(mark.seed(), mark.day());
            plan.communes()
                    .forEach(commune -> commune.hamlets()
                            .forEach(hamlet -> jobs.add(new Job(jobs.size() + 1, hamlet, Cast.leaderOf(commune)))));
            this.progress = new ProgressLine(jobs.size(), mark.hamlets());
        }

        /** Every hamlet as an area, and everybody above the hamlets; nothing when a run got past it before. */
        Mono<Void> structure() {
            if (mark.hamlets() > 0) {
                return Mono.empty();
            }
            List<Member> people = new ArrayList<>(Cast.staffOf(plan, mark.seed()));
            List<Team> teams = new ArrayList<>();
            for (CommunePlan commune : plan.communes()) {
                List<Member> leaders = Cast.leadersOf(commune, mark.seed());
                people.addAll(leaders);
                teams.add(Cast.teamOf(commune, leaders));
            }
            return Flux.fromIterable(jobs)
                    .map(job -> make.areaOf(job.hamlet()))
                    .buffer(AREAS_AT_ONCE)
                    .concatMap(areas -> insert(to.areas(), areas))
                    .then(insert(to.members(), people))
                    .then(insert(to.teams(), teams));
        }

        Mono<Void> hamlets() {
            return Flux.fromIterable(jobs.subList(Math.min(mark.hamlets(), jobs.size()), jobs.size()))
                    .buffer(TOGETHER)
                    .flatMapSequential(this::write, AT_ONCE, 1)
                    .concatMap(done -> marks.hamletsDone(done).doOnNext(written -> progress.hamletsDone(done)), 1)
                    .then();
        }

        /** Comes last: a node gives work to every household that there is. */
        Mono<Void> campaign() {
            return insert(to.campaigns(), List.of(make.campaign()));
        }

        /** Emits the number of the last hamlet that is complete. */
        private Mono<Integer> write(List<Job> together) {
            return Mono.fromCallable(() -> make(together))
                    .subscribeOn(Schedulers.parallel())
                    .flatMap(this::insert)
                    .thenReturn(together.get(together.size() - 1).number());
        }

        private List<HamletData> make(List<Job> together) {
            return together.stream()
                    .map(job -> make.of(job.hamlet(), job.leader()))
                    .toList();
        }

        /** Households come before their visits, so that a listener that hears of a visit finds the household. */
        private Mono<Void> insert(List<HamletData> made) {
            return insert(to.members(), all(made, HamletData::members))
                    .then(insert(to.teams(), all(made, HamletData::teams)))
                    .then(insert(to.households(), all(made, HamletData::households)))
                    .then(insert(to.visits(), all(made, HamletData::visits)))
                    .then(insert(to.tasks(), all(made, HamletData::tasks)));
        }

        private static <D> List<D> all(List<HamletData> made, Function<HamletData, List<D>> part) {
            return made.stream().flatMap(data -> part.apply(data).stream()).toList();
        }

        private <D extends Versioned<D>> Mono<Void> insert(LoggedCollection<D> collection, List<D> documents) {
            return collection
                    .insertAll(Actor.SYSTEM, documents)
                    .count()
                    .doOnNext(written -> progress.add(written.intValue()))
                    .then();
        }

        String told() {
            return String.format(
                    Locale.ROOT,
                    "%s; %,d hamlets, %,d households; %s",
                    mark.told(),
                    jobs.size(),
                    plan.households(),
                    progress.summary());
        }
    }
}
