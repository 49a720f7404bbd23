package vn.toso.api.sheet;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.toso.api.problem.ProblemBody;
import vn.toso.api.problem.Sentences;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.table.Row;
import vn.toso.domain.table.RowReader;

/** Reads a list in whatever format it came, and says what is wrong with its rows. */
@Component
public final class Sheets implements DisposableBean {

    /** The media type of {@code .xlsx}. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static final String CSV = "text/csv";

    /** So many lists are read at once: each may take tens of megabytes. */
    private static final int DESKS = 2;

    /** So many more wait, a megabyte each. */
    private static final int QUEUE = 50;

    private final Scheduler desks = Schedulers.newBoundedElastic(DESKS, QUEUE, "sheets");
    private final List<RowReader> readers;
    private final Sentences sentences;

    Sheets(List<RowReader> readers, Sentences sentences) {
        this.readers = readers;
        this.sentences = sentences;
    }

    /**
     * The rows of a file. {@code malformed}: no format of ours is in it, whatever it is said to be; {@code too-large};
     * {@code unavailable}: too many lists are being read.
     */
    public Mono<List<Row>> rows(byte[] file) {
        return Mono.fromCallable(() -> readerOf(file).rows(file))
                .subscribeOn(desks)
                .onErrorMap(
                        RejectedExecutionException.class,
                        busy -> Problem.of(ProblemCode.UNAVAILABLE, "unavailable.sheets"));
    }

    /** The errors of an import, whose pointers are {@code /rows/17/Năm sinh}, in the caller's language. */
    public List<RowError> inWords(List<FieldError> errors, ServerWebExchange exchange) {
        return sentences.inWords(errors, exchange.getRequest().getHeaders()).stream()
                .map(Sheets::toRowError)
                .toList();
    }

    @Override
    public void destroy() {
        desks.dispose();
    }

    private RowReader readerOf(byte[] file) {
        return readers.stream()
                .filter(reader -> reader.reads(file))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.MALFORMED, "malformed.sheet"));
    }

    private static RowError toRowError(ProblemBody.Field error) {
        String[] steps = error.pointer().split("/", -1);
        String column = steps.length > 3 ? steps[3].replace("~1", "/").replace("~0", "~") : null;
        return new RowError(Integer.parseInt(steps[2]), column, error.code(), error.message());
    }
}
