package vn.toso.api.report;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.toso.api.problem.Sentences;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.report.Report;
import vn.toso.domain.service.Catalogues;

/** Answers a report in the format asked for. A file has some tens of kilobytes, so it is written as a whole. */
@Component
final class ReportFiles implements DisposableBean {

    /** So many files are written at once. */
    private static final int DESKS = 2;

    /** So many more wait. */
    private static final int QUEUE = 50;

    private final Scheduler desks = Schedulers.newBoundedElastic(DESKS, QUEUE, "reports");
    private final Catalogues catalogues;

    ReportFiles(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    Mono<ResponseEntity<Object>> answer(Report report, ReportFormat format, HttpHeaders request) {
        ReportWords words = words(request);
        return switch (format) {
            case JSON -> Mono.fromSupplier(() -> ResponseEntity.ok(view(words).of(report)));
            case XLSX ->
                file(
                        report,
                        format,
                        () -> new ReportWorkbook(words).write(view(words).of(report)));
            case DOCX -> file(report, format, () -> letter(report));
        };
    }

    private byte[] letter(Report report) {
        ReportWords words = new ReportWords(ReportWords.VIETNAMESE);
        return new ReportLetter(words, report.area()).write(view(words).of(report));
    }

    private ReportView view(ReportWords words) {
        return new ReportView(words, catalogues.current());
    }

    private static ReportWords words(HttpHeaders request) {
        return new ReportWords(Sentences.languageOf(request));
    }

    private Mono<ResponseEntity<Object>> file(Report report, ReportFormat format, Callable<byte[]> writing) {
        String kind = report.kind().name().toLowerCase(Locale.ROOT);
        String name = "bao-cao-" + kind + "-" + report.period().text() + "." + format.suffix();
        return Mono.fromCallable(writing)
                .subscribeOn(desks)
                .onErrorMap(
                        RejectedExecutionException.class,
                        busy -> Problem.of(ProblemCode.UNAVAILABLE, "unavailable.reports"))
                .map(content -> ResponseEntity.ok()
                        .contentType(format.type())
                        .headers(headers -> headers.setContentDisposition(
                                ContentDisposition.attachment().filename(name).build()))
                        .body(content));
    }

    @Override
    public void destroy() {
        desks.dispose();
    }
}
