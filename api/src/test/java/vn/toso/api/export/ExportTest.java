package vn.toso.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.api.sheet.Sheets;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;

@ApiTest
class ExportTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOUSEHOLDS = "/v1/exports/households";
    private static final String VISITS = "/v1/exports/visits";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Autowired
    private Visits visits;

    private Household home;

    @BeforeEach
    void somebodyLivesThere() {
        home = world.put(aHousehold("=HYPERLINK(\"x\"), Nhà " + UUID.randomUUID())
                        .id(new HouseholdId(UUID.randomUUID()))
                        .in(TestWorld.XOM_5)
                        .phones("0987654321"))
                .get(0);
    }

    private static List<String> lines(Reply reply) {
        return new String(reply.is(200).bytes(), StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void csv_begins_with_a_byte_order_mark_and_a_header_and_holds_no_formula() {
        Reply reply = api.asHoa().gets(HOUSEHOLDS + "?personal=true&area=" + TestWorld.XOM_5.id());
        List<String> lines = lines(reply);

        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        assertThat(reply.header("Content-Disposition")).contains("attachment", "toso-households.csv");
        assertThat(lines.get(0)).startsWith("\uFEFFid,hamletId,").endsWith(",cursor");
        assertThat(lines)
                .filteredOn(line -> line.contains(home.headName().substring(20)))
                .singleElement()
                .asString()
                .contains(",\"'=HYPERLINK(\"\"x\"\"), Nhà ");
    }

    @Test
    void ndjson_has_an_object_a_line() {
        List<String> lines =
                lines(api.asHoa().with("Accept", "application/x-ndjson").gets(HOUSEHOLDS));

        for (String line : lines) {
            JsonNode row = JSON.readTree(line);
            assertThat(row.at("/id").asString()).matches("[0-9a-f]{32}");
            assertThat(row.at("/residents").isIntegralNumber()).isTrue();
            assertThat(row.has("headName")).isFalse();
            assertThat(row.at("/cursor").asString()).isNotBlank();
        }
        assertThat(lines).isNotEmpty();
    }

    @Test
    void excel_opens_the_file_with_real_numbers_and_dates() throws Exception {
        Reply reply = api.asHoa().gets(HOUSEHOLDS + "?format=xlsx").is(200);
        assertThat(reply.header("Content-Type")).isEqualTo(Sheets.XLSX);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(reply.bytes()))) {
            assertThat(book.getSheetAt(0).getPaneInformation().isFreezePane()).isTrue();
            XSSFRow row = book.getSheetAt(0).getRow(1);
            assertThat(book.getSheetAt(0).getRow(0).getCell(4).getStringCellValue())
                    .isEqualTo("registeredOn");
            assertThat(DateUtil.isCellDateFormatted(row.getCell(4))).isTrue();
            assertThat(row.getCell(5).getCellType()).isEqualTo(CellType.NUMERIC);
        }
    }

    @Test
    void all_four_lists_can_be_had() {
        for (String list : List.of("visits", "households", "tasks", "coverage")) {
            for (String format : List.of("csv", "xlsx", "ndjson")) {
                api.asHoa().gets("/v1/exports/" + list + "?format=" + format).is(200);
            }
        }
    }

    @Test
    void the_list_goes_on_behind_a_row() {
        world.put(aHousehold("Thêm " + UUID.randomUUID())
                .id(new HouseholdId(UUID.randomUUID()))
                .in(TestWorld.XOM_5));
        String path = HOUSEHOLDS + "?area=" + TestWorld.XOM_5.id();
        List<String> all = lines(api.asHoa().gets(path));
        String cursor = all.get(1).substring(all.get(1).lastIndexOf(',') + 1);

        assertThat(lines(api.asHoa().gets(path + "&after=" + cursor)))
                .isEqualTo(joined(all.get(0), all.subList(2, all.size())));
        api.asHoa().gets(path + "&after=xyz").isProblem(422, "invalid").blames("/after page-token");
    }

    private static List<String> joined(String head, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(head));
        all.addAll(rest);
        return all;
    }

    @Test
    void exports_are_for_leaders_and_staff_and_persons_for_those_who_answer_for_them() {
        api.asLan().gets(VISITS).isProblem(403, "forbidden");
        api.asNobody().gets(VISITS).isProblem(401, "unauthenticated");
        api.asDuc().gets(VISITS).is(200);
        api.asDuc().gets(HOUSEHOLDS + "?personal=true").isProblem(403, "forbidden");
        api.asAnh().gets(HOUSEHOLDS + "?personal=true").isProblem(403, "forbidden");
        api.asBao().gets(HOUSEHOLDS + "?personal=true").is(200);
        api.asBao().gets("/v1/exports/tasks").isProblem(403, "forbidden");
        api.asHoa().gets(VISITS + "?area=" + TestWorld.TAM_HOP.id()).isProblem(404, "not-found");
        api.asLan().gets("/v1/exports").isProblem(403, "forbidden");
    }

    @Test
    void questions_that_make_no_sense_are_told_so() {
        Caller hoa = api.asHoa();

        hoa.gets(VISITS + "?service=DANCING").isProblem(422, "invalid").blames("/service unknown-service");
        hoa.gets(VISITS + "?from=2026-11-02&to=2026-11-01")
                .isProblem(422, "invalid")
                .blames("/to before-from");
        hoa.gets(VISITS + "?format=pdf").isProblem(400, "malformed").blames("/format not-one-of");
        hoa.gets("/v1/exports/coverage?personal=true")
                .isProblem(400, "malformed")
                .blames("/personal unknown-parameter");
        hoa.with("Accept", "image/png").gets(VISITS).isProblem(406, "malformed");
    }

    @Test
    void every_export_is_written_down() throws Exception {
        String id = api.asBao()
                .gets(HOUSEHOLDS + "?service=SAFE&format=ndjson&area=" + TestWorld.XOM_5.id())
                .is(200)
                .header("Export-Id");

        JsonNode record = finished("bao", id);
        assertThat(record.at("/dataset").asString()).isEqualTo("HOUSEHOLDS");
        assertThat(record.at("/format").asString()).isEqualTo("ndjson");
        assertThat(record.at("/service").asString()).isEqualTo("SAFE");
        assertThat(record.at("/personal").asBoolean()).isFalse();
        assertThat(record.at("/state").asString()).isEqualTo("DONE");
        assertThat(record.at("/rows").asLong()).isZero();
    }

    private JsonNode finished(String handle, String id) throws InterruptedException {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (true) {
            for (JsonNode item :
                    api.as(handle).gets("/v1/exports?limit=500").is(200).json().at("/items")) {
                if (item.at("/id").asString().equals(id) && item.has("finishedAt")) {
                    return item;
                }
            }
            assertThat(System.nanoTime()).as("export %s is not finished", id).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @Test
    void a_reader_who_hangs_up_costs_nothing_any_more() throws Exception {
        int stored = 6_000;
        manyVisits(stored);
        URI base = URI.create(api.base());
        String id;
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(8 * 1024);
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            ask(socket, VISITS + "?personal=true&area=" + TestWorld.XOM_5.id());
            String head = head(socket.getInputStream());
            assertThat(head).startsWith("HTTP/1.1 200");
            id = head.replaceAll("(?s).*Export-Id: ([0-9a-f-]+).*", "$1");
        }

        JsonNode record = finished("hoa", id);
        assertThat(record.at("/state").asString()).isEqualTo("CUT");
        assertThat(record.at("/rows").asLong()).isLessThan(stored);
        // Nobody sits at the desk any more: there are two seats for each.
        lines(api.asHoa().gets(VISITS + "?area=" + TestWorld.XOM_1.id()));
        lines(api.asHoa().gets(VISITS + "?area=" + TestWorld.XOM_1.id()));
    }

    private void ask(Socket socket, String path) throws Exception {
        OutputStream out = socket.getOutputStream();
        String request =
                "GET " + path + " HTTP/1.1\r\nHost: toso\r\nAuthorization: Bearer " + api.tokenOf("hoa") + "\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String head(InputStream in) throws Exception {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    /** More than all buffers on the way can hold; past the log, so that nobody counts them. */
    private void manyVisits(int howMany) {
        Visit one = VisitBuilder.aVisit("many")
                .to(home)
                .at("2020-02-01T08:00:00+07:00")
                .did("SAFE", Outcome.ACHIEVED)
                .noting("dài dòng ".repeat(200))
                .build();
        List<Visit> batch = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            batch.add(copy(one, i));
            if (batch.size() == 1_000) {
                Mono.from(visits.collection().documents().insertMany(batch)).block(SOON);
                batch.clear();
            }
        }
    }

    private static Visit copy(Visit visit, int i) {
        return new Visit(
                new VisitId(UUID.randomUUID()),
                visit.revision(),
                visit.hamletId(),
                visit.householdId(),
                visit.members(),
                visit.occurredAt().plusSeconds(i),
                visit.reportedAt(),
                visit.receivedAt(),
                visit.skewed(),
                visit.durationMinutes(),
                visit.location(),
                visit.activities(),
                visit.note(),
                visit.taskId(),
                visit.supersedes(),
                visit.voided(),
                visit.generated());
    }
}
