package vn.toso.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestCatalogue.PAY_BILL;
import static vn.toso.domain.world.TestCatalogue.PAY_FIRST;
import static vn.toso.domain.world.TestCatalogue.VNEID_ACT;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.StoredWorld;

class AmendServiceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Store store;
    private StoredWorld world;
    private AmendService amend;

    @BeforeEach
    void open() {
        store = TestStore.open("amendservice");
        world = new StoredWorld(store);
        amend = new AmendService(world.services, world.catalogues);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_province_adds_a_service_that_the_catalogue_then_has() {
        Service added =
                putting("PAY_TAX", null, form(ServiceUnit.HOUSEHOLD, null)).block(SOON);

        assertThat(added.id()).isEqualTo(Services.idOf("PAY_TAX"));
        assertThat(added.source()).isEqualTo(Service.BY_OPERATOR);
        assertThat(world.catalogues.current().find("PAY_TAX")).contains(added);
    }

    @Test
    void the_province_changes_a_row_and_the_same_again_changes_nothing() {
        ServiceForm withdrawn = active(PAY_BILL, false);

        Service changed = putting("PAY_BILL", 1L, withdrawn).block(SOON);

        assertThat(changed.active()).isFalse();
        assertThat(changed.revision().version()).isEqualTo(2);
        assertThat(putting("PAY_BILL", null, withdrawn).block(SOON)).isEqualTo(changed);
        assertVersionMismatch(putting("PAY_BILL", 1L, active(PAY_BILL, true)));
        assertVersionMismatch(putting("NEW", 1L, form(ServiceUnit.HOUSEHOLD, null)));
    }

    @Test
    void nobody_else_edits_the_catalogue() {
        assertForbidden(amend.put(actor(HOA), "PAY_BILL", null, form(ServiceUnit.HOUSEHOLD, null)));
    }

    @Test
    void what_a_row_counts_never_changes() {
        assertThat(errorsOf(putting("PAY_BILL", null, form(ServiceUnit.PERSON, null))))
                .containsExactly("/unit fixed");
    }

    @Test
    void what_is_wrong_with_a_row_is_named_all_at_once() {
        ServiceForm form = new ServiceForm(
                "",
                null,
                null,
                new Eligibility(130, "NOTHING", List.of(), false),
                List.of("Done!", "Done!"),
                false,
                EnumSet.of(Outcome.ABSENT),
                "Head line",
                true);

        assertThat(errorsOf(putting("lower", null, form)))
                .containsExactly(
                        "/code key",
                        "/nameVi required",
                        "/nameEn required",
                        "/unit required",
                        "/steps/0 key",
                        "/steps/1 key",
                        "/steps/1 duplicate",
                        "/outcomes achieved-missing",
                        "/headline key",
                        "/eligible/minAge range",
                        "/eligible/after unknown-service");
    }

    @Test
    void a_row_needs_steps_and_alternatives_need_two() {
        assertThat(errorsOf(putting("NEW", null, steps(List.of(), false)))).containsExactly("/steps required");
        assertThat(errorsOf(putting("NEW", null, steps(List.of("yes"), true)))).containsExactly("/steps alternatives");
        List<String> many = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
        assertThat(errorsOf(putting("NEW", null, steps(many, false)))).containsExactly("/steps too-many");
        assertThat(putting("NEW", null, steps(List.of("yes", "no"), true))
                        .block(SOON)
                        .alternatives())
                .isTrue();
    }

    @Test
    void households_have_no_age_and_are_no_pupils() {
        ServiceForm form = eligible(ServiceUnit.HOUSEHOLD, new Eligibility(6, null, List.of(), true));

        assertThat(errorsOf(putting("NEW", null, form)))
                .containsExactly("/eligible/minAge residents-only", "/eligible/pupilsOnly residents-only");
    }

    @Test
    void a_service_comes_after_a_known_one_of_the_same_kind_and_never_after_itself() {
        assertThat(putting("NEW", null, form(ServiceUnit.PERSON, "VNEID_ACT")).block(SOON))
                .isNotNull();
        assertThat(errorsOf(putting("OTHER", null, form(ServiceUnit.HOUSEHOLD, "VNEID_ACT"))))
                .containsExactly("/eligible/after unknown-service");
        assertThat(errorsOf(putting("PAY_FIRST", null, form(ServiceUnit.PERSON, "PAY_FIRST"))))
                .containsExactly("/eligible/after unknown-service");
        assertThat(errorsOf(putting("VNEID_2", null, form(ServiceUnit.PERSON, VNEID_ACT.code()))))
                .containsExactly("/eligible/after unknown-service");
        assertThat(ServiceForm.of(PAY_FIRST).eligible().after()).isEqualTo("PAY_ACC");
    }

    @Test
    void two_who_add_the_same_row_at_once_make_one() {
        List<String> outcomes = Flux.range(0, 8)
                .flatMap(
                        i -> putting("RACE", null, form(ServiceUnit.HOUSEHOLD, null))
                                .map(row -> "stored " + row.revision().version())
                                .onErrorResume(Problem.class, e -> Mono.just(e.reason())),
                        8)
                .distinct()
                .collectList()
                .block(SOON);

        assertThat(outcomes).contains("stored 1").isSubsetOf("stored 1", "conflict.busy");
        assertThat(world.catalogues.current().find("RACE")).isPresent();
    }

    @Test
    void before_the_first_read_the_node_says_that_it_is_not_ready() {
        assertThat(refusalOf(() -> new Catalogues(world.services).current()).code())
                .isEqualTo(ProblemCode.UNAVAILABLE);
    }

    private Mono<Service> putting(String code, Long expected, ServiceForm form) {
        return amend.put(actor(PROVINCE_ADMIN), code, expected, form);
    }

    private static ServiceForm form(ServiceUnit unit, String after) {
        return eligible(unit, new Eligibility(null, after, List.of(), false));
    }

    private static ServiceForm eligible(ServiceUnit unit, Eligibility eligible) {
        return new ServiceForm(
                "Mới", "New", unit, eligible, List.of("done"), false, Set.of(Outcome.ACHIEVED), null, true);
    }

    private static ServiceForm steps(List<String> steps, boolean alternatives) {
        return new ServiceForm(
                "Mới",
                "New",
                ServiceUnit.HOUSEHOLD,
                Eligibility.ANY,
                steps,
                alternatives,
                Set.of(Outcome.ACHIEVED),
                null,
                true);
    }

    private static ServiceForm active(Service service, boolean active) {
        ServiceForm form = ServiceForm.of(service);
        return new ServiceForm(
                form.nameVi(),
                form.nameEn(),
                form.unit(),
                form.eligible(),
                form.steps(),
                form.alternatives(),
                form.outcomes(),
                form.headline(),
                active);
    }
}
