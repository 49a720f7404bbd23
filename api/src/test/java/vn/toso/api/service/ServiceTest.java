package vn.toso.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.Stored;
import vn.toso.domain.storage.Store;

@ApiTest
class ServiceTest {

    private static final String ROW = """
            { "nameVi": "Tuyên truyền bầu cử số", "nameEn": "Digital election notice", "unit": "PERSON",
              "eligible": { "minAge": 18, "after": "VNEID_2" }, "steps": ["told"],
              "outcomes": ["ACHIEVED", "REFUSED"], "headline": "skill" }""";

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void everybody_reads_the_catalogue_page_by_page() {
        List<String> walked = new ArrayList<>();
        String next = "";
        do {
            Reply part = api.asLan().gets("/v1/services?limit=5" + next).is(200);
            part.json().path("items").forEach(row -> walked.add(row.path("code").asString()));
            next = part.at("/next").isEmpty() ? "" : "&after=" + part.at("/next");
        } while (!next.isEmpty());

        assertThat(walked)
                .contains("VNEID_ACT", "PAY_BILL", "MEETING")
                .isSorted()
                .doesNotHaveDuplicates();
        Reply whole = api.asLan().gets("/v1/services").is(200);
        assertThat(whole.json().path("items").size()).isEqualTo(walked.size());
        assertThat(whole.json().has("next")).isFalse();
    }

    @Test
    void the_province_adds_a_row_and_changes_it() {
        Reply added = api.asAnh().puts("/v1/services/ELECTION", ROW).is(201);

        assertThat(added.at("/code")).isEqualTo("ELECTION");
        assertThat(added.at("/eligible/minAge")).isEqualTo("18");
        assertThat(added.at("/eligible/after")).isEqualTo("VNEID_2");
        assertThat(added.at("/eligible/pupilsOnly")).isEqualTo("false");
        assertThat(added.at("/active")).isEqualTo("true");
        assertThat(added.at("/source")).isEqualTo("operator");
        assertThat(added.header("ETag")).isEqualTo("\"1\"");

        Reply again = api.asAnh().puts("/v1/services/ELECTION", ROW).is(200);
        assertThat(again.bytes()).isEqualTo(added.bytes());

        String closed = ROW.replace("\"headline\": \"skill\"", "\"active\": false");
        Reply changed =
                api.asAnh().ifMatch(1).puts("/v1/services/ELECTION", closed).is(200);
        assertThat(changed.at("/active")).isEqualTo("false");
        assertThat(changed.json().has("headline")).isFalse();
        assertThat(changed.at("/version")).isEqualTo("2");

        new Stored(store).staysAsItIs(() -> {
            api.asAnh().ifMatch(1).puts("/v1/services/ELECTION", ROW).isProblem(412, "version-mismatch");
            api.asAnh()
                    .puts("/v1/services/ELECTION", ROW.replace("PERSON", "HOUSEHOLD"))
                    .isProblem(422, "invalid");
        });
    }

    @Test
    void what_is_left_out_has_its_usual_meaning() {
        Reply added = api.asAnh()
                .puts(
                        "/v1/services/SOLAR",
                        "{\"nameVi\":\"Điện mặt trời\",\"nameEn\":\"Solar\",\"unit\":\"HOUSEHOLD\",\"steps\":[\"done\"]}")
                .is(201);

        assertThat(added.at("/outcomes")).contains("ACHIEVED", "ASSISTED", "BLOCKED");
        assertThat(added.json().path("eligible").path("classifications").size()).isZero();
        assertThat(added.json().path("eligible").has("minAge")).isFalse();
        assertThat(added.at("/alternatives")).isEqualTo("false");
    }

    @Test
    void bad_rows_are_refused_and_nothing_is_stored() {
        new Stored(store).staysAsItIs(() -> {
            api.asAnh()
                    .puts("/v1/services/NEW_ONE", "{}")
                    .isProblem(422, "invalid")
                    .blames("/nameVi required", "/nameEn required", "/unit required", "/steps required");
            api.asAnh()
                    .puts("/v1/services/new-one", ROW)
                    .isProblem(422, "invalid")
                    .blames("/code key");
            api.asAnh()
                    .puts("/v1/services/NEW_ONE", ROW.replace("VNEID_2", "NOWHERE"))
                    .isProblem(422, "invalid")
                    .blames("/eligible/after unknown-service");
            api.asAnh()
                    .puts("/v1/services/NEW_ONE", ROW.replace("\"REFUSED\"", "\"MAYBE\""))
                    .isProblem(400, "malformed")
                    .blames("/outcomes/1 not-one-of");
            api.asAnh()
                    .puts("/v1/services/NEW_ONE", ROW.replace("18", "\"18\""))
                    .isProblem(400, "malformed")
                    .blames("/eligible/minAge not-an-integer");
            api.asAnh().ifMatch(1).puts("/v1/services/NEW_ONE", ROW).isProblem(412, "version-mismatch");
        });
    }

    @Test
    void nobody_but_the_province_changes_the_catalogue() {
        new Stored(store).staysAsItIs(() -> {
            api.asHoa().puts("/v1/services/NEW_ONE", ROW).isProblem(403, "forbidden");
            api.asDuc().puts("/v1/services/VNEID_ACT", ROW).isProblem(403, "forbidden");
        });
    }
}
