package vn.toso.api.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.Stored;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;

@ApiTest
class ImportTest {

    private static final String HOUSEHOLDS = "/v1/households/import?area=" + TestWorld.XOM_1.id();
    private static final String MEMBERS = "/v1/members/import?area=" + TestWorld.XOM_1.id();

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void a_workbook_with_merged_headers_becomes_households() throws IOException {
        byte[] file = workbook();

        Reply tried = send(api.asHoa(), HOUSEHOLDS + "&dryRun=true", Sheets.XLSX, file)
                .is(200);
        assertThat(tried.at("/dryRun")).isEqualTo("true");
        assertThat(tried.at("/households")).isEqualTo("2");
        assertThat(api.asLan().gets("/v1/households?q=kha%20van%20so").is(200).at("/items"))
                .isEqualTo("[]");

        Reply imported = send(api.asHoa(), HOUSEHOLDS, Sheets.XLSX, file).is(200);
        assertThat(imported.at("/dryRun")).isEqualTo("false");
        assertThat(imported.at("/households")).isEqualTo("2");
        assertThat(imported.at("/residents")).isEqualTo("2");
        assertThat(imported.at("/errors")).isEqualTo("[]");
        assertThat(imported.at("/ignoredColumns")).isEqualTo("[\"Ghi chú\"]");
        Reply found = api.asLan().gets("/v1/households?q=kha%20van%20so%20mot").is(200);
        assertThat(found.at("/items/0/headName")).isEqualTo("Kha Văn Số Một");
        assertThat(found.at("/items/0/phones/0")).isEqualTo("0912345678");
        assertThat(found.at("/items/0/residents/0/birthYear")).isEqualTo("1968");
        new Stored(store).staysAsItIs(() -> {
            Reply again = send(api.asHoa(), HOUSEHOLDS, Sheets.XLSX, file).is(200);
            assertThat(again.at("/alreadyThere")).isEqualTo("2");
            assertThat(again.at("/households")).isEqualTo("0");
        });
    }

    @Test
    void wrong_rows_are_answered_with_their_numbers() {
        String sheet = "STT,Chủ hộ,Năm sinh\n1,Kha Văn Tốt,1968\n2,Kha Văn Sai,68\n";
        new Stored(store).staysAsItIs(() -> {
            Reply refused = csv(api.asHoa().inEnglish(), HOUSEHOLDS, sheet).isProblem(422, "invalid");
            refused.blames("/rows/3/Năm sinh birth-year");
            assertThat(refused.at("/errors/0/message")).contains("1985");
        });

        Reply good = csv(api.asHoa(), HOUSEHOLDS + "&goodRows=true", sheet).is(200);
        assertThat(good.at("/households")).isEqualTo("1");
        assertThat(good.at("/errors/0/row")).isEqualTo("3");
        assertThat(good.at("/errors/0/column")).isEqualTo("Năm sinh");
        assertThat(good.at("/errors/0/code")).isEqualTo("birth-year");
        assertThat(good.at("/errors/0/message")).contains("năm sinh");
    }

    @Test
    void a_list_of_a_team_becomes_invitations() {
        String sheet = "STT;Họ và tên;Số điện thoại\n1;Kha Thị Mời Một;356000701\n2;Kha Thị Mời Hai;\n";

        Reply invited = csv(api.asHoa(), MEMBERS, sheet).is(200);

        assertThat(invited.at("/members")).isEqualTo("2");
        assertThat(invited.at("/invited/0/row")).isEqualTo("2");
        assertThat(invited.at("/invited/0/code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(api.asHoa()
                        .gets("/v1/members/" + invited.at("/invited/0/memberId"))
                        .is(200)
                        .at("/phone"))
                .isEqualTo("0356000701");
        new Stored(store).staysAsItIs(() -> {
            Reply again = csv(api.asHoa(), MEMBERS, sheet).is(200);
            assertThat(again.at("/alreadyThere")).isEqualTo("2");
            assertThat(again.at("/invited")).isEqualTo("[]");
        });
    }

    @Test
    void bad_files_are_refused_and_nothing_is_stored() throws IOException {
        byte[] bomb = bomb();
        new Stored(store).staysAsItIs(() -> {
            csv(api.asHoa(), HOUSEHOLDS, "hello,world\n1,2").isProblem(400, "malformed");
            csv(api.asHoa(), HOUSEHOLDS, "Họ và tên,Năm sinh\nKha Văn A,1968").isProblem(400, "malformed");
            byte[] old = "Họ và tên,Chủ hộ\nNguyễn,x".getBytes(Charset.forName("windows-1258"));
            send(api.asHoa(), HOUSEHOLDS, Sheets.CSV, old).isProblem(400, "malformed");
            byte[] xls = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
            send(api.asHoa(), HOUSEHOLDS, Sheets.XLSX, xls).isProblem(400, "malformed");
            send(api.asHoa(), HOUSEHOLDS, Sheets.XLSX, new byte[] {'P', 'K', 3, 4})
                    .isProblem(400, "malformed");
            send(api.asHoa(), HOUSEHOLDS, Sheets.XLSX, bomb).isProblem(413, "too-large");
            send(api.asHoa(), HOUSEHOLDS, Sheets.CSV, new byte[0]).isProblem(400, "malformed");
            csv(api.asHoa(), HOUSEHOLDS, "Chủ hộ,Năm sinh\n" + "Kha Văn A,1968\n".repeat(5_001))
                    .isProblem(422, "invalid")
                    .blames("/rows too-many");
            csv(api.asHoa(), HOUSEHOLDS, "Chủ hộ,Năm sinh\n" + "A,1\n".repeat(20_000))
                    .isProblem(413, "too-large");
            send(api.asHoa(), HOUSEHOLDS, Sheets.CSV, new byte[3 << 20]).isProblem(413, "too-large");
            send(api.asHoa(), HOUSEHOLDS, "application/json", "{}".getBytes(StandardCharsets.UTF_8))
                    .isProblem(415, "malformed");
            csv(api.asHoa(), "/v1/households/import", "x")
                    .isProblem(422, "invalid")
                    .blames("/area required");
            csv(api.asHoa(), HOUSEHOLDS + "&force=true", "x")
                    .isProblem(400, "malformed")
                    .blames("/force unknown-parameter");
        });
    }

    @Test
    void nobody_imports_out_of_the_own_scope_or_role() {
        String sheet = "Chủ hộ,Năm sinh\nKha Văn A,1968";
        new Stored(store).staysAsItIs(() -> {
            Reply foreign = csv(api.asHoa(), "/v1/households/import?area=" + TestWorld.XOM_DONG.id(), sheet)
                    .isProblem(404, "not-found");
            Reply unknown = csv(api.asHoa(), "/v1/households/import?area=" + TestWorld.MINH.id(), sheet);
            assertThat(foreign.bytes()).isEqualTo(unknown.bytes());
            csv(api.asDuc(), HOUSEHOLDS, sheet).isProblem(403, "forbidden");
            csv(api.asLan(), MEMBERS, "Họ và tên,SĐT\nKha Văn A,").isProblem(403, "forbidden");
        });
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[30 << 20]);
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Danh sách");
            sheet.value(0, 0, "DANH SÁCH HỘ XÓM 1");
            row(sheet, 2, "STT", "Chủ hộ", null, null, "Ghi chú");
            row(sheet, 3, null, "Họ và tên", "Năm sinh", "SĐT", null);
            row(sheet, 4, 1, "Kha Văn Số Một", 1968, 912345678, null);
            row(sheet, 5, 2, "Kha Văn Số Hai", "12/05/1971", "0356 000 111", "x");
            row(sheet, 6, null, "Tổng cộng", 2, null, null);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i, number);
            } else if (cells[i] != null) {
                sheet.value(row, i, cells[i].toString());
            }
        }
    }

    private static Reply csv(Caller caller, String path, String text) {
        return send(caller, path, Sheets.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply send(Caller caller, String path, String type, byte[] file) {
        return caller.postsFile(path, type, file);
    }
}
