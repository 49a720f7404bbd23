package vn.toso.api.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestWorld;

/** What a citizen learns who scans what somebody at the door shows. */
@ApiTest
class BadgeTest {

    @Autowired
    Api api;

    @Autowired
    World world;

    private String codeOfLan() {
        return api.asLan().gets("/v1/me/badge").is(200).at("/codes/0/code");
    }

    @Test
    void aGoodCodeSaysWhoItIs() {
        Reply reply = api.asNobody().gets("/v1/badges/" + codeOfLan()).is(200);

        assertThat(reply.at("/valid")).isEqualTo("true");
        assertThat(reply.at("/name")).isEqualTo("Vi Thị Lan");
        assertThat(reply.at("/team")).isEqualTo("Tổ công nghệ số cộng đồng Xóm 1");
        assertThat(reply.at("/communes/0")).isEqualTo("Xã Minh Hợp");
        assertThat(reply.at("/validUntil")).isNotBlank();
        assertThat(reply.at("/notice")).contains("OTP", "mật khẩu");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.toString())
                .doesNotContain("0912345678", TestWorld.LAN.id().toString());
    }

    @Test
    void codesRotateAndAPhoneHasThoseToCome() {
        Reply own = api.asLan().gets("/v1/me/badge").is(200);

        assertThat(own.json().path("codes").findValuesAsString("code"))
                .hasSize(64)
                .doesNotHaveDuplicates();
        // One of this evening is no good now.
        assertThat(api.asNobody().gets("/v1/badges/" + own.at("/codes/20/code")).at("/valid"))
                .isEqualTo("false");
    }

    @Test
    void whateverIsWrongWithACodeTheAnswerIsTheSame() {
        String good = codeOfLan();
        String later = api.asLan().gets("/v1/me/badge").is(200).at("/codes/20/code");
        String handle = "badge-" + UUID.randomUUID();
        Member gone = world.put(aMember("Lô Thị " + handle).in(TestWorld.XOM_1.id()), handle);
        String former = api.as(handle).gets("/v1/me/badge").is(200).at("/codes/0/code");
        api.asHoa()
                .patches("/v1/members/" + gone.id(), Map.of("status", "LEFT"))
                .is(200);
        byte[] unknown = api.asNobody().gets("/v1/badges/xyz").is(200).bytes();

        assertThat(new String(unknown, StandardCharsets.UTF_8)).contains("\"valid\":false", "OTP");
        for (String bad : new String[] {
            later,
            former,
            (good.charAt(0) == 'A' ? "B" : "A") + good.substring(1),
            good + "A",
            good.substring(0, 42) + (good.endsWith("A") ? "E" : "A"),
            "%F0%9F%98%80",
            "x".repeat(300)
        }) {
            assertThat(api.asNobody().gets("/v1/badges/" + bad).is(200).bytes())
                    .as(bad)
                    .isEqualTo(unknown);
        }
    }

    @Test
    void aBrowserGetsAPageInVietnameseAndEnglish() {
        var browser = api.asNobody().with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        Reply page = browser.gets("/v1/badges/" + codeOfLan()).is(200);
        String text = new String(page.bytes(), StandardCharsets.UTF_8);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(text)
                .contains("lang=\"vi\"", "Thành viên hợp lệ", "Vi Thị Lan", "OTP")
                .doesNotContain("<script");
        String bad = new String(
                browser.inEnglish().gets("/v1/badges/nothing").is(200).bytes(), StandardCharsets.UTF_8);
        assertThat(bad)
                .contains("lang=\"en\"", "not valid", "never ask for an OTP")
                .doesNotContain("Lan");
    }

    @Test
    void onlyWhoKnocksAtDoorsHasACode() {
        api.asHoa().gets("/v1/me/badge").is(200);
        api.asDuc().gets("/v1/me/badge").isProblem(403, "forbidden");
        api.asBao().gets("/v1/me/badge").isProblem(403, "forbidden");
    }
}
