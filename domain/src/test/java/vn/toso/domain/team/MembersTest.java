package vn.toso.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Members.Question;
import vn.toso.domain.text.Search;
import vn.toso.domain.world.StoredWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembersTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Store store;
    private StoredWorld world;

    @BeforeAll
    void open() {
        store = TestStore.open("members");
        world = new StoredWorld(store);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void members_see_those_who_share_a_home_area_and_themselves() {
        assertThat(world.members.get(actor(LAN), MINH.id()).block(SOON).name()).isEqualTo(MINH.name());
        assertThat(world.members.get(actor(THUY), THUY.id()).block(SOON)).isNotNull();
        assertNotFound(world.members.get(actor(LAN), THUY.id()));
        assertNotFound(world.members.get(actor(LAN), HOA.id()));
        assertThat(world.members
                        .findAll(actor(HOA), List.of(LAN.id(), THUY.id()))
                        .collectList()
                        .block(SOON))
                .map(Member::id)
                .containsExactly(LAN.id());
        assertThat(world.members.findAll(actor(HOA), List.of()).collectList().block(SOON))
                .isEmpty();
    }

    @Test
    void lists_are_scoped_and_in_the_order_of_given_names() {
        assertThat(names(HOA, null, null)).startsWith("Nguyễn Thị Hoa", "Vi Thị Lan", "Lương Văn Minh");
        assertThat(names(LAN, null, null)).doesNotContain("Nguyễn Thị Hoa", "Trần Thị Thủy");
        assertThat(names(DISTRICT_STAFF, null, null)).contains("Trần Thị Thủy", "Nguyễn Thị Hoa");
        assertThat(names(PROVINCE_ADMIN, null, null)).contains("Hồ Thị Ánh");
    }

    @Test
    void lists_narrow_by_area_role_status_and_name() {
        assertThat(names(PROVINCE_ADMIN, List.of(XOM_DONG.id()), null)).containsExactly("Trần Thị Thủy");
        assertThat(names(PROVINCE_ADMIN, List.of(), null)).isEmpty();
        assertThat(names(PROVINCE_ADMIN, null, "thuy tran")).containsExactly("Trần Thị Thủy");
        assertThat(listed(PROVINCE_ADMIN, new Question(null, Role.COMMUNE_LEADER, null, Search.of(null), 50, null)))
                .containsExactly("Nguyễn Thị Hoa");
        assertThat(listed(PROVINCE_ADMIN, new Question(null, null, MemberStatus.SUSPENDED, Search.of(null), 50, null)))
                .isEmpty();
    }

    @Test
    void many_may_have_no_subject_but_no_two_the_same() {
        List<Member> unbound = Flux.range(0, 5)
                .map(i -> aMember("Chưa " + i)
                        .in(XOM_DONG.id())
                        .subject(null)
                        .status(MemberStatus.LEFT)
                        .build())
                .concatMap(member -> world.members.collection().insert(Actor.SYSTEM, member))
                .collectList()
                .block(SOON);
        assertThat(unbound).hasSize(5);

        Member twin = aMember("Trùng")
                .in(XOM_DONG.id())
                .subject(LAN.subject())
                .status(MemberStatus.LEFT)
                .build();
        assertThat(world.members
                        .collection()
                        .insert(Actor.SYSTEM, twin)
                        .map(Member::name)
                        .onErrorResume(DuplicateDocument.class, e -> Mono.just("refused"))
                        .block(SOON))
                .isEqualTo("refused");
    }

    @Test
    void the_active_members_of_areas_are_found() {
        assertThat(world.members
                        .activeOf(List.of(XOM_1.id(), XOM_DONG.id()))
                        .collectList()
                        .block(SOON))
                .map(Member::name)
                .containsExactlyInAnyOrder("Vi Thị Lan", "Lương Văn Minh", "Trần Thị Thủy");
        assertThat(world.members.activeOf(List.of()).collectList().block(SOON)).isEmpty();
    }

    private List<String> names(Member by, List<AreaId> areas, String query) {
        return listed(by, new Question(areas, null, MemberStatus.ACTIVE, Search.of(query), 50, null));
    }

    private List<String> listed(Member by, Question question) {
        return world.members.list(actor(by), question).block(SOON).items().stream()
                .map(Member::name)
                .toList();
    }
}
