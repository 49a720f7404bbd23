package vn.toso.api.me;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.domain.world.TestWorld;

@ApiTest
class MeTest {

    @Autowired
    private Api api;

    @Test
    void aMemberSeesHerselfHerHamletAndHerTeam() {
        Reply me = api.asLan().gets("/v1/me").is(200);

        assertThat(me.at("/member/id")).isEqualTo(TestWorld.LAN.id().toString());
        assertThat(me.at("/member/name")).isEqualTo("Vi Thị Lan");
        assertThat(me.at("/member/role")).isEqualTo("TEAM_MEMBER");
        assertThat(me.at("/member/status")).isEqualTo("ACTIVE");
        assertThat(me.at("/member/version")).isEqualTo("1");
        assertThat(me.at("/areas/0/id")).isEqualTo(TestWorld.XOM_1.id().toString());
        assertThat(me.at("/areas/0/name")).isEqualTo("Xóm 1");
        assertThat(me.at("/areas/0/level")).isEqualTo("HAMLET");
        assertThat(me.at("/hamlets/0/id")).isEqualTo(TestWorld.XOM_1.id().toString());
        assertThat(me.at("/team/name")).isEqualTo("Tổ công nghệ số cộng đồng Xóm 1");
        assertThat(me.json().path("unread").isIntegralNumber()).isTrue();
    }

    @Test
    void aLeaderSeesTheHamletsOfTheCommune() {
        Reply me = api.asHoa().gets("/v1/me").is(200);

        assertThat(me.at("/hamlets"))
                .contains(TestWorld.XOM_1.id().toString(), TestWorld.XOM_5.id().toString());
        assertThat(me.json().has("team")).isFalse();
    }
}
