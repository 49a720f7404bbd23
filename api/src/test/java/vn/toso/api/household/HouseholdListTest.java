package vn.toso.api.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.household.HouseholdRequests.aRequest;
import static vn.toso.api.household.HouseholdRequests.newHamlet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Classification;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.ResidentBuilder;
import vn.toso.domain.world.TestWorld;

@ApiTest
class HouseholdListTest {

    private static final LocalDate A_DAY = LocalDate.of(2026, 11, 2);

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Test
    void items_include_residents_in_the_order_of_given_names() {
        AreaId hamlet = newHamlet(api.asHoa(), "Thứ Tự");
        aRequest("Vi Văn Thông")
                .in(hamlet)
                .resident("Lô Thị Nga", 1970)
                .sentBy(api.asHoa())
                .is(201);
        aRequest("Vi Văn Án").in(hamlet).sentBy(api.asHoa()).is(201);
        aRequest("Lô Văn Ân").in(hamlet).sentBy(api.asHoa()).is(201);
        aRequest("Hà Văn Dũng").in(hamlet).sentBy(api.asHoa()).is(201);
        aRequest("Hà Văn Đạt").in(hamlet).sentBy(api.asHoa()).is(201);

        Reply list = api.asHoa().gets("/v1/households?hamlet=" + hamlet).is(200);

        assertThat(heads(list))
                .startsWith("Lô Văn Ân", "Vi Văn Án")
                .endsWith("Vi Văn Thông")
                .hasSize(5);
        assertThat(list.at("/items/4/residents/0/name")).isEqualTo("Lô Thị Nga");
        assertThat(list.json().has("next")).isFalse();
    }

    @Test
    void names_are_found_without_marks_and_exact_ones_come_first() {
        AreaId hamlet = newHamlet(api.asHoa(), "Tìm Kiếm");
        aRequest("Nguyễn Văn Hoà").in(hamlet).sentBy(api.asHoa()).is(201);
        aRequest("Nguyên Thị Hòa").in(hamlet).sentBy(api.asHoa()).is(201);
        aRequest("Đỗ Văn Ba")
                .in(hamlet)
                .resident("Nguyễn Thị Hoa", 1999)
                .sentBy(api.asHoa())
                .is(201);
        aRequest("Lương Văn Tư").in(hamlet).sentBy(api.asHoa()).is(201);

        assertThat(found(hamlet, "nguyen")).hasSize(3);
        assertThat(found(hamlet, "Nguyễn")).hasSize(3).endsWith("Nguyên Thị Hòa");
        assertThat(found(hamlet, "hòa")).containsExactly("Nguyên Thị Hòa", "Nguyễn Văn Hoà", "Đỗ Văn Ba");
        assertThat(found(hamlet, "hoà")).isEqualTo(found(hamlet, "hòa"));
        assertThat(found(hamlet, "do van")).containsExactly("Đỗ Văn Ba");
        assertThat(found(hamlet, "ngu hoa")).hasSize(3);
        assertThat(found(hamlet, ".*")).hasSize(4);
        assertThat(found(hamlet, "xyz")).isEmpty();
    }

    @Test
    void pages_walk_everything_once_also_in_a_search() {
        AreaId hamlet = newHamlet(api.asHoa(), "Nhiều Trang");
        for (int i = 0; i < 9; i++) {
            aRequest((i % 2 == 0 ? "Vi Văn Lần " : "Vi Văn Lân ") + (char) ('A' + i % 4))
                    .in(hamlet)
                    .sentBy(api.asHoa())
                    .is(201);
        }

        assertThat(walk("/v1/households?limit=2&hamlet=" + hamlet)).hasSize(9).doesNotHaveDuplicates();
        assertThat(walk("/v1/households?limit=2&q=l%C3%A2n&hamlet=" + hamlet))
                .hasSize(9)
                .doesNotHaveDuplicates();
    }

    @Test
    void lists_narrow_to_what_is_still_to_do() {
        AreaId hamlet = newHamlet(api.asHoa(), "Còn Việc");
        world.put(
                HouseholdBuilder.aHousehold("Vi Văn Thăm Rồi").in(hamlet).visitedOn(A_DAY),
                HouseholdBuilder.aHousehold("Vi Văn Chưa Thăm").in(hamlet),
                HouseholdBuilder.aHousehold("Vi Văn Buôn").in(hamlet).classified(Classification.TRADER),
                HouseholdBuilder.aHousehold("Vi Văn Đã Treo")
                        .in(hamlet)
                        .classified(Classification.TRADER)
                        .achieved("PAY_QR", A_DAY),
                HouseholdBuilder.aHousehold("Vi Văn Trẻ")
                        .in(hamlet)
                        .with(ResidentBuilder.aResident("Vi Thị Bé Con").born(2024)),
                HouseholdBuilder.aHousehold("Vi Văn Già")
                        .in(hamlet)
                        .with(ResidentBuilder.aResident("Vi Thị Bà Cụ").born(1940)));
        String there = "/v1/households?hamlet=" + hamlet;

        assertThat(heads(api.asHoa().gets(there + "&unvisited=true").is(200)))
                .hasSize(5)
                .doesNotContain("Vi Văn Thăm Rồi");
        assertThat(heads(api.asHoa().gets(there + "&unvisited=false").is(200))).hasSize(6);
        assertThat(heads(api.asHoa().gets(there + "&eligibleFor=PAY_QR").is(200)))
                .containsExactly("Vi Văn Buôn");
        assertThat(heads(api.asHoa().gets(there + "&eligibleFor=PAY_ACC").is(200)))
                .containsExactly("Vi Văn Già");
        assertThat(heads(api.asHoa()
                        .gets(there + "&eligibleFor=PAY_ACC&q=be&unvisited=true")
                        .is(200)))
                .isEmpty();
        api.asHoa()
                .gets(there + "&eligibleFor=NOWHERE")
                .isProblem(422, "invalid")
                .blames("/eligibleFor unknown-service");
        api.asHoa().gets(there + "&unvisited=maybe").isProblem(400, "malformed").blames("/unvisited not-a-boolean");
    }

    @Test
    void lists_stay_within_the_scope() {
        aRequest("Trần Văn Ngoài")
                .in(TestWorld.XOM_DONG.id())
                .sentBy(api.asThuy())
                .is(201);

        assertThat(api.asLan()
                        .gets("/v1/households?hamlet=" + TestWorld.XOM_DONG.id())
                        .is(200)
                        .at("/items"))
                .isEqualTo("[]");
        assertThat(api.asLan().gets("/v1/households?q=ngoai").is(200).at("/items"))
                .isEqualTo("[]");
        assertThat(heads(api.asThuy().gets("/v1/households?q=ngoai").is(200))).containsExactly("Trần Văn Ngoài");
        api.asDuc().gets("/v1/households").isProblem(422, "invalid").blames("/hamlet required");
        api.asLan().gets("/v1/households?hamlet=1").isProblem(400, "malformed").blames("/hamlet not-a-uuid");
        api.asLan().gets("/v1/households?colour=1").isProblem(400, "malformed").blames("/colour unknown-parameter");
    }

    private List<String> found(AreaId hamlet, String query) {
        String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return heads(
                api.asHoa().gets("/v1/households?hamlet=" + hamlet + "&q=" + q).is(200));
    }

    private List<String> walk(String path) {
        Caller hoa = api.asHoa();
        List<String> walked = new ArrayList<>();
        String next = "";
        do {
            Reply part = hoa.gets(path + next).is(200);
            assertThat(part.json().path("items").size()).isLessThanOrEqualTo(2);
            part.json().path("items").forEach(item -> walked.add(item.path("id").asString()));
            next = part.at("/next").isEmpty() ? "" : "&after=" + part.at("/next");
        } while (!next.isEmpty());
        return walked;
    }

    private static List<String> heads(Reply list) {
        List<String> heads = new ArrayList<>();
        list.json()
                .path("items")
                .forEach(item -> heads.add(item.path("headName").asString()));
        return heads;
    }
}
