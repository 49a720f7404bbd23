package vn.toso.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall.Predicates;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The walls between the modules, and between the features of {@code api}. */
class WallsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
            .importPackages("vn.toso");

    @Test
    void the_api_reaches_seed_only_at_run_time() {
        noClasses()
                .that()
                .resideInAPackage("vn.toso.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.toso.seed..")
                .check(PRODUCT);
    }

    @Test
    void seed_sees_the_domain_alone() {
        noClasses()
                .that()
                .resideInAPackage("vn.toso.seed..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.toso.api..", "vn.toso.notifications..")
                .check(PRODUCT);
    }

    @Test
    void notifications_see_the_domain_alone() {
        noClasses()
                .that()
                .resideInAPackage("vn.toso.notifications..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.toso.api..", "vn.toso.seed..")
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void statements_to_the_database_stand_behind_the_api() {
        noClasses()
                .that()
                .resideInAPackage("vn.toso.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..")
                .check(PRODUCT);
    }

    @Test
    void features_of_the_api_do_not_go_in_circles() {
        slices().matching("vn.toso.api.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void nothing_blocks_a_request() {
        noClasses()
                .that()
                .resideInAPackage("vn.toso.api..")
                .and()
                .doNotHaveFullyQualifiedName("vn.toso.api.start.NodeLifecycle")
                .should()
                .callMethodWhere(Predicates.target(DescribedPredicate.describe(
                        "blocks",
                        method -> method.getName().startsWith("block")
                                && (method.getOwner().isEquivalentTo(Mono.class)
                                        || method.getOwner().isEquivalentTo(Flux.class)))))
                .check(PRODUCT);
    }
}
