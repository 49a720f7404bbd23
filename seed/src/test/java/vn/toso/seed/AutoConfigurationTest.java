package vn.toso.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.ClassUtils;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.coverage.CountedUpTo;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.coverage.FreezeMonth;
import vn.toso.domain.coverage.FrozenMonths;
import vn.toso.domain.coverage.Targets;
import vn.toso.domain.household.Households;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Loader;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.visit.Visits;

class AutoConfigurationTest {

    private final Store store = TestStore.open("SeedAutoConfiguration");
    private final Clock clock = Clock.systemUTC();
    private final ChangeLog log = new ChangeLog(store, clock);
    private final AreaTrees trees = new AreaTrees(new Areas(store, log, clock));

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ownConfigurations()))
            .withBean(Clock.class, () -> clock)
            .withBean(Store.class, () -> store)
            .withBean(Areas.class, () -> new Areas(store, log, clock))
            .withBean(Services.class, () -> new Services(store, log, clock))
            .withBean(Targets.class, () -> new Targets(store, log, clock))
            .withBean(Members.class, () -> new Members(store, log, clock))
            .withBean(Teams.class, () -> new Teams(store, log, clock))
            .withBean(Households.class, () -> new Households(store, log, clock))
            .withBean(Visits.class, () -> new Visits(store, log, clock))
            .withBean(Tasks.class, () -> new Tasks(store, log, new Teams(store, log, clock), clock))
            .withBean(Campaigns.class, () -> new Campaigns(store, log, trees, clock))
            .withBean(
                    FreezeMonth.class,
                    () -> new FreezeMonth(new Coverages(store, log, clock), new FrozenMonths(store), trees, clock))
            .withBean(CountedUpTo.class, this::countedUpTo);

    private CountedUpTo countedUpTo() {
        FollowVisits visits = new FollowVisits(new Visits(store, log, clock), new Households(store, log, clock), clock);
        return new CountedUpTo(visits, clock::instant, clock::instant);
    }

    private static Class<?>[] ownConfigurations() {
        ClassLoader loader = AutoConfigurationTest.class.getClassLoader();
        return StreamSupport.stream(
                        ImportCandidates.load(AutoConfiguration.class, loader).spliterator(), false)
                .filter(name -> name.startsWith("vn.toso.seed."))
                .map(name -> ClassUtils.resolveClassName(name, loader))
                .toArray(Class<?>[]::new);
    }

    @AfterEach
    void drop() {
        store.close();
    }

    @Test
    void withoutADemoOnlyReferenceDataIsLoaded() {
        application.run(context -> assertThat(loaders(context)).containsExactly("reference data"));
        application
                .withPropertyValues("toso.demo=false")
                .run(context -> assertThat(loaders(context)).containsExactly("reference data"));
    }

    @Test
    void aDemoLoadsReferenceDataFirst() {
        application
                .withPropertyValues("toso.demo=true")
                .run(context -> assertThat(loaders(context)).containsExactly("reference data", "demo data"));
    }

    @Test
    void sizeAndSeedAreSetBesideTheSwitch() {
        application
                .withPropertyValues("toso.demo=true", "toso.demo.size=hamlet", "toso.demo.seed=42")
                .run(context -> assertThat(context.getBean("toso.demo-vn.toso.seed.generator.DemoSettings"))
                        .hasToString("DemoSettings[size=HAMLET, seed=42]"));
    }

    @Test
    void anUnknownSizeRefusesToStart() {
        application
                .withPropertyValues("toso.demo=true", "toso.demo.size=village")
                .run(context -> assertThat(context).hasFailed());
    }

    private static Iterable<String> loaders(AssertableApplicationContext context) {
        return context.getBeanProvider(Loader.class)
                .orderedStream()
                .map(Loader::name)
                .toList();
    }
}
