package vn.toso.api.start;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.ForgetChanges;
import vn.toso.domain.change.ScheduledWork;
import vn.toso.domain.household.EraseResident;
import vn.toso.domain.privacy.Breaches;
import vn.toso.domain.privacy.DossierOf;
import vn.toso.domain.privacy.ErasePerson;
import vn.toso.domain.privacy.Erasures;
import vn.toso.domain.privacy.HandleRequests;
import vn.toso.domain.privacy.Holidays;
import vn.toso.domain.privacy.InactiveHouseholds;
import vn.toso.domain.privacy.Kept;
import vn.toso.domain.privacy.People;
import vn.toso.domain.privacy.Retain;
import vn.toso.domain.privacy.SubjectRequests;
import vn.toso.domain.storage.Store;
import vn.toso.domain.sync.ForgetInQuarantine;
import vn.toso.domain.task.ForgetInTasks;
import vn.toso.domain.visit.ForgetInVisits;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.notice.Notices;

/** Data subjects' rights as beans, and the work that keeps their terms. */
@Configuration(proxyBeanMethods = false)
@Import({
    People.class,
    Holidays.class,
    SubjectRequests.class,
    HandleRequests.class,
    Erasures.class,
    EraseResident.class,
    ForgetInVisits.class,
    ForgetInTasks.class,
    ForgetInQuarantine.class,
    ErasePerson.class,
    InactiveHouseholds.class,
    DossierOf.class,
    Breaches.class
})
class PrivacyConfiguration {

    private static final Duration BETWEEN_ERASURES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LATE_WORDS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_RETENTIONS = Duration.ofHours(1);

    /** No law names these times: they are where the province begins. */
    @Bean
    Retain retain(
            Store store,
            ChangeLog log,
            InactiveHouseholds households,
            Notices notices,
            Devices devices,
            ForgetInQuarantine quarantine,
            Clock clock) {
        ForgetChanges changes = new ForgetChanges(store, log);
        Duration month = Duration.ofDays(30);
        return new Retain(
                store,
                List.of(
                        new Kept(
                                "inactive-households",
                                Duration.ofDays(1095),
                                Duration.ofDays(365),
                                households::due,
                                households::remove),
                        new Kept(
                                "notices",
                                Duration.ofDays(180),
                                month,
                                notices::countSettledBefore,
                                notices::removeSettledBefore),
                        new Kept(
                                "devices",
                                Duration.ofDays(365),
                                month,
                                devices::countSilentSince,
                                devices::removeSilentSince),
                        new Kept("change-log", Duration.ofDays(180), month, changes::due, changes::remove),
                        new Kept(
                                "decided-work",
                                Duration.ofDays(365),
                                month,
                                quarantine::countDecidedBefore,
                                quarantine::forgetDecidedBefore)),
                clock);
    }

    @Bean
    ScheduledWork retentionByRules(Retain retain) {
        return new ScheduledWork(
                "retention-rules",
                BETWEEN_RETENTIONS,
                () -> retain.remove(Actor.SYSTEM).then());
    }

    @Bean
    ScheduledWork erasures(ErasePerson erasePerson) {
        return new ScheduledWork("erasures", BETWEEN_ERASURES, erasePerson::finishAll);
    }

    @Bean
    ScheduledWork lateWordsOfTheErased(ErasePerson erasePerson) {
        return new ScheduledWork(
                "late-words",
                BETWEEN_LATE_WORDS,
                () -> erasePerson.forgetLateWords().then());
    }
}
