package vn.toso.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.api.sheet.Sheets;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class ReportTest {

    private static final String YEAR = "2026";
    private static final String COMMUNE = "/v1/reports/commune?area=" + TestWorld.MINH_HOP.id() + "&period=" + YEAR;
    private static final String DISTRICT = "/v1/reports/district?area=" + TestWorld.OVERSIGHT.id() + "&period=" + YEAR;

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @BeforeEach
    void somebodyLivesThere() {
        world.put(aHousehold("Nhà " + UUID.randomUUID())
                .id(new HouseholdId(UUID.randomUUID()))
                .in(TestWorld.XOM_1)
                .with(aResident("Linh " + UUID.randomUUID()).born(1990)));
    }

    @Test
    void a_commune_s_report_has_both_sections_of_its_appendix() {
        JsonNode report = api.asHoa().gets(COMMUNE).is(200).json();

        assertThat(report.at("/appendix").asString()).contains("05", "171/KH-UBND");
        assertThat(report.at("/area/name").asString()).isEqualTo("Xã Minh Hợp");
        assertThat(report.at("/period/text").asString()).isEqualTo(YEAR);
        assertThat(report.at("/sections/0/code").asString()).isEqualTo("3b");
        assertThat(report.at("/sections/1/code").asString()).isEqualTo("3c");
        JsonNode teams = figure(report, "teams.hamlet");
        // Other tests make hamlets, too.
        int hamlets = api.asHoa()
                .gets("/v1/areas?parent=" + TestWorld.MINH_HOP.id() + "&limit=500")
                .is(200)
                .json()
                .at("/items")
                .size();
        long withTeam = teams.at("/number").asLong();
        assertThat(withTeam).isBetween(1L, (long) hamlets);
        assertThat(teams.at("/of").asLong()).isEqualTo(hamlets);
        assertThat(teams.at("/share").asDouble()).isCloseTo((double) withTeam / hamlets, within(0.0001));
        assertThat(report.at("/details/lines")).hasSize(hamlets);
    }

    @Test
    void every_figure_says_as_of_when_it_is_and_how_it_is_counted() {
        for (String path : List.of(COMMUNE, DISTRICT)) {
            JsonNode report = api.asAnh().gets(path).is(200).json();
            for (JsonNode section : report.at("/sections")) {
                for (JsonNode figure : section.at("/figures")) {
                    assertThat(LocalDate.parse(figure.at("/asOf").asString())).isNotNull();
                    assertThat(figure.at("/definition").asString()).endsWith(".");
                    assertThat(figure.at("/label").asString()).isNotBlank();
                    assertThat(figure.at("/unit").asString()).isNotBlank();
                }
            }
        }
    }

    @Test
    void what_is_not_known_is_left_out() {
        JsonNode report = api.asAnh()
                .gets("/v1/reports/commune?period=2021&area=" + TestWorld.TAM_HOP.id())
                .is(200)
                .json();

        assertThat(figure(report, "visits").has("number")).isFalse();
        assertThat(figure(report, "teams.commune").at("/number").asLong()).isZero();
    }

    @Test
    void words_follow_the_caller_s_language() {
        JsonNode report = api.asHoa().inEnglish().gets(COMMUNE).is(200).json();

        assertThat(figure(report, "teams.hamlet").at("/label").asString()).isEqualTo("Hamlet teams");
    }

    @Test
    void a_district_s_report_counts_the_communes_with_a_team() {
        JsonNode report = api.asDuc().gets(DISTRICT).is(200).json();

        assertThat(figure(report, "communes.with-team").at("/of").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(report.at("/details/lines").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_report_is_had_in_the_format_that_is_asked_for() {
        assertFile(api.asHoa().gets(COMMUNE + "&format=xlsx"), Sheets.XLSX, ".xlsx");
        assertFile(api.asHoa().gets(COMMUNE.replace("/commune", "/commune.docx")), ReportFormat.WORD, ".docx");
        assertFile(api.asDuc().gets(DISTRICT.replace("/district", "/district.xlsx")), Sheets.XLSX, ".xlsx");
        assertFile(api.asDuc().with("Accept", ReportFormat.WORD).gets(DISTRICT), ReportFormat.WORD, ".docx");
        assertThat(api.asHoa()
                        .gets(COMMUNE.replace("/commune", "/commune.json"))
                        .is(200)
                        .header("Content-Type"))
                .startsWith("application/json");
        api.asHoa().gets(COMMUNE + "&format=pdf").isProblem(400, "malformed").blames("/format not-one-of");
        api.asHoa().with("Accept", "image/png").gets(COMMUNE).isProblem(406, "malformed");
    }

    private static void assertFile(Reply reply, String type, String suffix) {
        reply.is(200);
        assertThat(reply.header("Content-Type")).isEqualTo(type);
        assertThat(reply.header("Content-Disposition")).startsWith("attachment").contains(suffix);
        assertThat(new String(reply.bytes(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void reports_are_for_leaders_and_staff_of_the_area() {
        api.asLan().gets(COMMUNE).isProblem(403, "forbidden");
        api.asHoa().gets(DISTRICT).isProblem(404, "not-found");
        api.asHoa()
                .gets("/v1/reports/commune.docx?period=2026-10&area=" + TestWorld.TAM_HOP.id())
                .isProblem(404, "not-found");
        api.asNobody().gets(COMMUNE).isProblem(401, "unauthenticated");
        api.asBao().gets(COMMUNE).is(200);
    }

    @Test
    void questions_that_make_no_sense_are_told_so() {
        Caller anh = api.asAnh();
        String area = "?area=" + TestWorld.MINH_HOP.id();

        anh.gets("/v1/reports/commune" + area).isProblem(422, "invalid").blames("/period required");
        anh.gets("/v1/reports/commune" + area + "&period=Q4")
                .isProblem(422, "invalid")
                .blames("/period period");
        anh.gets("/v1/reports/commune" + area + "&period=2099")
                .isProblem(422, "invalid")
                .blames("/period in-the-future");
        anh.gets("/v1/reports/district" + area + "&period=2026")
                .isProblem(422, "invalid")
                .blames("/area level-of-report");
    }

    private static JsonNode figure(JsonNode report, String code) {
        for (JsonNode section : report.at("/sections")) {
            for (JsonNode figure : section.at("/figures")) {
                if (figure.at("/code").asString().equals(code)) {
                    return figure;
                }
            }
        }
        throw new AssertionError("no figure " + code + " in " + report);
    }
}
