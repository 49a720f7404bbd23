package vn.toso.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The walls of {@code domain}: what stands on what, and what it must not know. */
class WallsTest {

    /** Each imports only those before it. */
    private static final List<String> ORDER = List.of(
            "id",
            "problem",
            "vault",
            "storage",
            "access",
            "change",
            "audit",
            "text",
            "table",
            "area",
            "team",
            "service",
            "household",
            "visit",
            "task",
            "campaign",
            "coverage",
            "sync",
            "report",
            "export",
            "privacy",
            "check");

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.toso.domain");

    @Test
    void every_package_has_its_place_in_the_order() {
        Set<String> packages = DOMAIN.stream().map(WallsTest::feature).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void packages_import_only_earlier_ones() {
        Set<String> wrong = DOMAIN.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(WallsTest::goesUp)
                .map(Dependency::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_domain_knows_no_web_no_framework_and_no_phones() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "jakarta..",
                        "com.google.firebase..",
                        "com.google.auth..",
                        "com.google.api..",
                        "com.google.cloud..",
                        "vn.toso.api..",
                        "vn.toso.seed..",
                        "vn.toso.notifications..")
                .check(DOMAIN);
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
                .check(DOMAIN);
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
                .check(DOMAIN);
    }

    private static boolean goesUp(Dependency dependency) {
        JavaClass target = dependency.getTargetClass();
        return target.getPackageName().startsWith("vn.toso.domain.")
                && ORDER.indexOf(feature(target)) > ORDER.indexOf(feature(dependency.getOriginClass()));
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[3];
    }
}
