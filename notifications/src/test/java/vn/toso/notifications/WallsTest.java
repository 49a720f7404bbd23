package vn.toso.notifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The walls of {@code notifications}: what stands on what, and what it must not know. */
class WallsTest {

    private static final JavaClasses NOTIFICATIONS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.toso.notifications");

    @Test
    void notices_know_nothing_of_how_they_travel() {
        noClasses()
                .that()
                .resideInAPackage("vn.toso.notifications.notice..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "vn.toso.notifications.device..",
                        "vn.toso.notifications.delivery..",
                        "vn.toso.notifications.fcm..",
                        "com.google.firebase..",
                        "org.springframework..")
                .check(NOTIFICATIONS);
    }

    @Test
    void notifications_know_no_web_and_no_other_module_than_the_domain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..", "org.springframework.http..", "vn.toso.api..", "vn.toso.seed..")
                .check(NOTIFICATIONS);
    }

    @Test
    void features_do_not_go_in_circles() {
        slices().matching("vn.toso.notifications.(*)..")
                .should()
                .beFreeOfCycles()
                .check(NOTIFICATIONS);
    }

    @Test
    void nothing_blocks() {
        noClasses()
                .should()
                .callMethodWhere(Predicates.target(DescribedPredicate.describe(
                        "blocks",
                        method -> method.getName().startsWith("block")
                                && (method.getOwner().isEquivalentTo(Mono.class)
                                        || method.getOwner().isEquivalentTo(Flux.class)))))
                .check(NOTIFICATIONS);
    }

    @Test
    void no_rule_reads_the_clock_of_the_machine() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(NOTIFICATIONS);
    }
}
