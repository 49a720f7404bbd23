package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HeldWorkBuilder.heldWork;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.TransferHousehold;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.HeldWork.State;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.WorkingWorld;

/** How far the erasure of a person reaches: whom, by whom, where, and for how long afterwards. */
class ErasureReachTest {

    private static final String NAME = "Moong Thị Xuyến";
    private static final ResidentId HER = Names.resident(NAME);
    private static final String BY_ID = "{\"residentId\":\"" + HER + "\"}";

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Quarantine quarantine;
    private ErasePerson erasing;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("ErasureReach", clock);
        quarantine = new Quarantine(world.store, world.log, clock);
        erasing = Erasing.in(world);
        home = world.people
                .put(aHousehold("Moong Văn Anh").with(aResident(NAME), aResident("Moong Văn Anh")))
                .get(0);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void who_may_not_erase_is_told_so_before_anything_is_asked() {
        assertForbidden(erasing.erase(actor(LAN), HER, null, null));
        assertForbidden(erasing.erase(actor(HOA), HER, "đơn", null));
        assertThat(people()).hasSize(2);
    }

    @Test
    void without_a_basis_nobody_is_erased() {
        assertThat(errorsOf(erasing.erase(actor(DATA_OFFICER), HER, null, null)))
                .containsExactly("/basis required");
        assertThat(errorsOf(erasing.erase(actor(DATA_OFFICER), HER, " ", null))).containsExactly("/basis required");
        assertThat(errorsOf(erasing.erase(actor(DATA_OFFICER), HER, "CCCD 040196001234", null)))
                .containsExactly("/basis sensitive");
        assertThat(people()).hasSize(2);
    }

    @Test
    void out_of_scope_nobody_is_found_neither_before_nor_after() {
        assertNotFound(erasing.erase(officerOf(TAM_HOP), HER, "đơn", null));
        assertThat(people()).hasSize(2);

        Erasure done = await(erasing.erase(officerOf(MINH_HOP), HER, "đơn", null));

        assertNotFound(erasing.erase(officerOf(TAM_HOP), HER, "đơn", null));
        assertThat(await(erasing.erase(officerOf(MINH_HOP), HER, "đơn khác", null)))
                .isEqualTo(done);
        assertThat(people()).containsExactly("Moong Văn Anh");
    }

    @Test
    void work_that_waits_is_forgotten_by_the_id_and_by_the_name_at_the_own_household() {
        HeldWork byId = held(BY_ID, NOW);
        HeldWork byName = held("{\"householdId\":\"" + home.id() + "\",\"note\":\"ba XUYEN om\"}", NOW);
        HeldWork elsewhere = held("{\"householdId\":\"" + Names.household("khác") + "\",\"note\":\"Xuyến\"}", NOW);
        HeldWork ofOthers = held("{\"householdId\":\"" + home.id() + "\",\"note\":\"ông Anh\"}", NOW);

        Erasure done = await(erasing.erase(actor(DATA_OFFICER), HER, "đơn", null));

        assertThat(done.contents()).isEqualTo(2);
        assertThat(now(byId).body()).isEqualTo(HeldWork.FORGOTTEN);
        assertThat(now(byId).state()).isEqualTo(State.REJECTED);
        assertThat(now(byName).body()).isEqualTo(HeldWork.FORGOTTEN);
        assertThat(now(elsewhere)).isEqualTo(elsewhere);
        assertThat(now(ofOthers)).isEqualTo(ofOthers);
    }

    @Test
    void who_left_the_household_before_is_erased_as_well() {
        ResidentId gone = Names.resident("Lô Thị Đào");
        Household other = world.people
                .put(aHousehold("Lô Văn Xa")
                        .with(aResident("Lô Thị Đào").leftOn(TODAY.minusDays(90)), aResident("Lô Văn Xa")))
                .get(0);
        Visit visit = visited(other, gone, "chị Đào đã đi lấy chồng");

        Erasure done = await(erasing.erase(actor(DATA_OFFICER), gone, "đơn", null));

        assertThat(done.visits()).isEqualTo(1);
        assertThat(now(visit).note()).isNull();
        assertThat(now(visit).activities())
                .extracting(activity -> activity.residentId())
                .containsExactly(ResidentId.NOBODY);
        assertThat(now(other).people()).extracting(person -> person.name()).containsExactly("Lô Văn Xa");
        assertThat(now(other).headName()).isEqualTo("Lô Văn Xa");
    }

    @Test
    void what_was_done_before_the_household_moved_is_forgotten_where_it_was_done() {
        Visit before = visited(home, HER, "gặp bà Xuyến");
        await(new TransferHousehold(world.people.households, world.people.trees, clock)
                .transfer(actor(HOA), home.id(), null, new TransferHousehold.Command(XOM_5.id(), TODAY)));
        Household moved = now(home);
        Visit after = world.put(
                        world.visits.collection(),
                        List.of(aVisit("sau").to(moved).noting("xuyen vắng").build()))
                .get(0);

        Erasure done = await(erasing.erase(actor(DATA_OFFICER), HER, "đơn", null));

        assertThat(done.hamletId()).isEqualTo(XOM_5.id());
        assertThat(done.visits()).isEqualTo(2);
        assertThat(now(before).note()).isNull();
        assertThat(now(before).hamletId()).isEqualTo(home.hamletId());
        assertThat(now(after).note()).isNull();
        assertThat(now(home).stays()).isEqualTo(moved.stays());
    }

    @Test
    void what_was_written_about_their_request_goes_and_its_days_stay() {
        SubjectRequests requests = new SubjectRequests(world.store, world.log, clock);
        SubjectRequest asked = world.put(requests.collection(), List.of(request(HER, "bà Xuyến muốn xoá")))
                .get(0);
        SubjectRequest ofAnother = world.put(
                        requests.collection(), List.of(request(Names.resident("Moong Văn Anh"), "xem dữ liệu")))
                .get(0);

        Erasure done = await(erasing.erase(actor(DATA_OFFICER), HER, "đơn", asked.id()));

        assertThat(done.requestId()).isEqualTo(asked.id());
        SubjectRequest now = await(requests.collection().find(asked.id()));
        assertThat(now.note()).isNull();
        assertThat(now.representative()).isNull();
        assertThat(now.reason()).isNull();
        assertThat(now)
                .usingRecursiveComparison()
                .ignoringFields("revision", "note", "representative", "reason")
                .isEqualTo(asked);
        assertThat(await(requests.collection().find(ofAnother.id()))).isEqualTo(ofAnother);
    }

    @Test
    void while_nobody_was_erased_no_word_is_late() {
        HeldWork held = held(BY_ID, NOW);

        assertThat(await(erasing.forgetLateWords())).isZero();

        assertThat(now(held)).isEqualTo(held);
    }

    @Test
    void what_phones_say_afterwards_is_forgotten_again_and_again() {
        await(erasing.erase(actor(DATA_OFFICER), HER, "đơn", null));
        clock.advance(Duration.ofDays(30));
        HeldWork late = held(BY_ID, clock.instant());
        HeldWork other = held("{\"note\":\"trời mưa\"}", clock.instant());

        assertThat(await(erasing.forgetLateWords())).isEqualTo(1);
        // A node whose clock is behind, or a request that was under way.
        HeldWork underWay = held("[" + BY_ID + "]", clock.instant().minus(Duration.ofMinutes(9)));
        assertThat(await(erasing.forgetLateWords())).isEqualTo(1);

        assertThat(now(late).body()).isEqualTo(HeldWork.FORGOTTEN);
        assertThat(now(underWay).body()).isEqualTo(HeldWork.FORGOTTEN);
        assertThat(now(other)).isEqualTo(other);
        assertThat(await(erasing.forgetLateWords())).isZero();
    }

    @Test
    void after_half_a_year_no_phone_comes_back_with_old_words() {
        await(erasing.erase(actor(DATA_OFFICER), HER, "đơn", null));
        clock.advance(ErasePerson.LATE_WORDS);
        held(BY_ID, clock.instant());
        assertThat(await(erasing.forgetLateWords())).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        held("[" + BY_ID + "]", clock.instant());

        assertThat(await(erasing.forgetLateWords())).isZero();
    }

    private static Actor officerOf(Area commune) {
        return actor(aMember("Cán bộ " + commune.name())
                .as(Role.DATA_OFFICER)
                .in(commune.id())
                .build());
    }

    private SubjectRequest request(ResidentId person, String note) {
        return new SubjectRequest(
                new SubjectRequestId(Names.uuid("request " + note)),
                Revision.NONE,
                home.hamletId(),
                home.id(),
                person,
                SubjectRequest.Kind.ERASURE,
                "paper",
                "con trai",
                note,
                LAN.id(),
                NOW,
                TODAY.plusDays(2),
                TODAY.plusDays(20),
                SubjectRequest.State.ACKNOWLEDGED,
                NOW,
                TODAY,
                "nhiều việc",
                null,
                null);
    }

    private Visit visited(Household door, ResidentId person, String note) {
        Visit visit =
                aVisit(note).to(door).did("SAFE", person, ACHIEVED).noting(note).build();
        return world.put(world.visits.collection(), List.of(visit)).get(0);
    }

    private HeldWork held(String body, Instant receivedAt) {
        return world.put(
                        quarantine.collection(),
                        List.of(heldWork(body).receivedAt(receivedAt).build()))
                .get(0);
    }

    private HeldWork now(HeldWork work) {
        return await(quarantine.collection().find(work.id()));
    }

    private Visit now(Visit visit) {
        return await(world.visits.collection().find(visit.id()));
    }

    private Household now(Household household) {
        return await(world.people.households.collection().find(household.id()));
    }

    private List<String> people() {
        return now(home).people().stream().map(person -> person.name()).toList();
    }
}
