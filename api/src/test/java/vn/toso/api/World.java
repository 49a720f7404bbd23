package vn.toso.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;

/**
 * The people of the tests, each with a handle to sign in with: Lan, a member in her hamlet; Hùng, who leads her commune;
 * Mai, a member in another commune; Tâm of the district; Minh of the province; Dung, the data officer.
 */
@TestComponent
public final class World {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Store store;
    private final Map<String, MemberId> members = new ConcurrentHashMap<>();

    World(Store store) {
        this.store = store;
        settle("lan", "Nguyễn Thị Lan", Role.TEAM_MEMBER);
        settle("hung", "Trần Văn Hùng", Role.COMMUNE_LEADER);
        settle("mai", "Vi Thị Mai", Role.TEAM_MEMBER);
        settle("tam", "Lê Minh Tâm", Role.DISTRICT_STAFF);
        settle("minh", "Hoàng Quang Minh", Role.PROVINCE_ADMIN);
        settle("dung", "Phan Thùy Dung", Role.DATA_OFFICER);
    }

    public MemberId member(String handle) {
        assertThat(members).containsKey(handle);
        return members.get(handle);
    }

    private void settle(String handle, String name, Role role) {
        MemberId id = new MemberId(UUID.randomUUID());
        Member member = new Member(
                id,
                Revision.NONE,
                name,
                null,
                role,
                List.of(),
                "demo:" + handle,
                MemberStatus.ACTIVE,
                null,
                name,
                List.of(),
                true);
        Mono.from(store.collection("members", Member.class).insertOne(member)).block(SOON);
        members.put(handle, id);
    }
}
