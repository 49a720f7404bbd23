package vn.toso.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MemberBuilder;
import vn.toso.domain.world.TestWorld;

@ApiTest
class SignInTest {

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Test
    void somebodyUnknownMayOnlyBind() {
        Caller stranger = api.as("nobody-knows").inEnglish();

        assertThat(stranger.gets("/v1/me").isProblem(403, "forbidden").at("/detail"))
                .contains("invitation code");
        stranger.gets("/v1/areas").isProblem(403, "forbidden");
        stranger.gets("/v1/nothing").isProblem(403, "forbidden");
        stranger.posts("/v1/visits", "{").isProblem(403, "forbidden");
        stranger.posts("/v1/me/bind", "{\"code\":\"0000-0000-0000\"}")
                .isProblem(422, "invalid")
                .blames("/code invitation-unknown");
        stranger.posts("/v1/me/bind", "{}").isProblem(422, "invalid").blames("/code required");
    }

    @Test
    void anInvitationBindsOnceAndForGood() {
        String hamlet = TestWorld.XOM_1.id().toString();
        Reply invited = api.asHoa().posts("/v1/members", """
                        {"name":"Lữ Thị Mới","role":"TEAM_MEMBER","areas":["%s"]}""".formatted(hamlet)).is(201);
        String code = findCode(invited);
        Caller fresh = api.as("new-phone");

        fresh.gets("/v1/me").isProblem(403, "forbidden");
        Reply bound = fresh.posts("/v1/me/bind", "{\"code\":\"" + code + "\"}").is(200);
        assertThat(bound.at("/name")).isEqualTo("Lữ Thị Mới");
        assertThat(bound.at("/status")).isEqualTo("ACTIVE");
        assertThat(fresh.gets("/v1/me").is(200).at("/member/id")).isEqualTo(bound.at("/id"));
        fresh.posts("/v1/me/bind", "{\"code\":\"" + code + "\"}").is(200);
        api.as("another-phone")
                .posts("/v1/me/bind", "{\"code\":\"" + code + "\"}")
                .isProblem(422, "invalid")
                .blames("/code invitation-unknown");
    }

    @Test
    void aSuspendedMemberIsOutAtOnceAndComesBack() {
        Member somebody = world.put(MemberBuilder.aMember("Ngân Văn Nghỉ").in(TestWorld.XOM_1.id()), "nghi");
        Caller phone = api.as("nghi").inEnglish();
        phone.gets("/v1/me").is(200);

        api.asHoa()
                .patches("/v1/members/" + somebody.id(), "{\"status\":\"SUSPENDED\"}")
                .is(200);
        assertThat(phone.gets("/v1/me").isProblem(403, "forbidden").at("/detail"))
                .contains("suspended");
        api.asHoa()
                .patches("/v1/members/" + somebody.id(), "{\"status\":\"ACTIVE\"}")
                .is(200);
        phone.gets("/v1/me").is(200);
    }

    @Test
    void unknownPathsAreNotFoundForMembers() {
        api.asLan().gets("/v1/nothing").isProblem(404, "not-found");
        api.asNobody().gets("/").is(200);
        api.asNobody().gets("/dashboard/nothing.js").isProblem(404, "not-found");
    }

    /** Wherever the answer has it: it is the only value in groups of four. */
    private static String findCode(Reply invited) {
        var code = java.util.regex.Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
                .matcher(invited.json().toString());
        assertThat(code.find()).as(invited.toString()).isTrue();
        return code.group();
    }
}
