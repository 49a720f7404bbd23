package vn.toso.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import vn.toso.domain.export.ExportRow;

class RowWriterTest {

    private static final List<String> COLUMNS = List.of("text", "number", "yes", "day", "moment");

    private static ExportRow row(@Nullable Object... values) {
        return new ExportRow(Arrays.asList(values));
    }

    private static byte[] written(RowWriter writer, ExportRow... rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.head());
        for (ExportRow row : rows) {
            file.writeBytes(writer.rows(List.of(row)));
        }
        file.writeBytes(writer.tail());
        return file.toByteArray();
    }

    private static String csv(String text) {
        String file = new String(written(new CsvWriter(List.of("text")), row(text)), StandardCharsets.UTF_8);
        return file.substring("\uFEFFtext\r\n".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "＝1"})
    void csv_text_is_never_a_formula(String text) {
        assertThat(csv(text)).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void csv_quotes_what_would_break_a_row() {
        assertThat(csv("a,b")).isEqualTo("\"a,b\"\r\n");
        assertThat(csv("nói \"vâng\"")).isEqualTo("\"nói \"\"vâng\"\"\"\r\n");
        assertThat(csv("hai\ndòng")).isEqualTo("\"hai\ndòng\"\r\n");
        assertThat(csv("\r=1")).isEqualTo("\"'\r=1\"\r\n");
    }

    @Test
    void what_is_not_known_is_empty_or_left_out() {
        ExportRow nothing = row(null, -3L, null, LocalDate.of(2026, 11, 20), null);

        assertThat(new String(written(new CsvWriter(COLUMNS), nothing), StandardCharsets.UTF_8))
                .endsWith("\r\n,-3,,2026-11-20,\r\n");
        assertThat(new String(written(new NdjsonWriter(COLUMNS), nothing), StandardCharsets.UTF_8))
                .isEqualTo("{\"number\":-3,\"day\":\"2026-11-20\"}\n");
    }

    @Test
    void excel_gets_values_of_their_own_kind_and_another_sheet_when_one_is_full() throws Exception {
        ExportRow some = row("=1+1", 7, true, LocalDate.of(2026, 11, 20), Instant.parse("2026-11-20T12:05:00Z"));
        byte[] file = written(new XlsxWriter(COLUMNS, 3), some, some, some);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2);
            assertThat(book.getSheetAt(1).getLastRowNum()).isEqualTo(1);
            assertThat(book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("text");
            Cell text = book.getSheetAt(0).getRow(1).getCell(0);
            assertThat(text.getCellType()).isEqualTo(CellType.STRING);
            assertThat(text.getStringCellValue()).isEqualTo("=1+1");
            assertThat(book.getSheetAt(0).getRow(1).getCell(3).getLocalDateTimeCellValue())
                    .isEqualTo("2026-11-20T00:00");
            assertThat(book.getSheetAt(0).getRow(1).getCell(4).getLocalDateTimeCellValue())
                    .isEqualTo("2026-11-20T19:05");
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void nothing_is_read_ahead_of_a_reader_who_does_not_read(ExportFormat format) {
        AtomicInteger read = new AtomicInteger();
        List<ExportRow> page = Collections.nCopies(1_000, row("x".repeat(100), 1L, true, null, null));
        Flux<List<ExportRow>> pages = Flux.range(0, 10_000).map(i -> {
            read.incrementAndGet();
            return page;
        });

        StepVerifier.create(ExportStream.of(pages, format.writer(COLUMNS), DefaultDataBufferFactory.sharedInstance), 3)
                .expectNextCount(3)
                .thenCancel()
                .verify(Duration.ofSeconds(20));

        // Packed, many pages make three chunks; unpacked, a page makes more than three.
        assertThat(read.get()).isLessThan(format == ExportFormat.XLSX ? 200 : 5);
    }

    @Test
    void a_reader_who_takes_nothing_for_long_is_cut_off() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        StepVerifier.create(
                        ExportStream.of(
                                Flux.never(), new CsvWriter(COLUMNS), DefaultDataBufferFactory.sharedInstance, time),
                        1)
                .expectNextCount(1)
                .then(() -> time.advanceTimeBy(ExportStream.PATIENCE))
                .expectError(TimeoutException.class)
                .verify(Duration.ofSeconds(20));
    }
}
