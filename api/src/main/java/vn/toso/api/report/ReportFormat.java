package vn.toso.api.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.NotAcceptableStatusException;
import vn.toso.api.sheet.Sheets;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** How a report can be had. */
enum ReportFormat {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    XLSX(Sheets.XLSX),
    DOCX(ReportFormat.WORD);

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String type;

    ReportFormat(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.valueOf(type);
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What {@code format} says, else the first of ours that {@code Accept} takes, else JSON. */
    static ReportFormat asked(@Nullable String format, ServerHttpRequest request) {
        return format == null ? accepted(request) : named(format);
    }

    /** {@code malformed} for a name that isn't ours. */
    static ReportFormat named(String format) {
        return Arrays.stream(values())
                .filter(known -> known.suffix().equals(format))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemCode.MALFORMED,
                        "malformed.parameter",
                        List.of(FieldError.of("/format", "not-one-of", List.of("json", "xlsx", "docx")))));
    }

    private static ReportFormat accepted(ServerHttpRequest request) {
        List<MediaType> wanted = wanted(request);
        if (wanted.isEmpty()) {
            return JSON;
        }
        return wanted.stream()
                .flatMap(media -> Arrays.stream(values()).filter(format -> media.includes(format.type())))
                .findFirst()
                .orElseThrow(() -> new NotAcceptableStatusException(
                        Arrays.stream(values()).map(ReportFormat::type).toList()));
    }

    private static List<MediaType> wanted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept().stream()
                    .filter(media -> media.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException unreadable) {
            throw new NotAcceptableStatusException(unreadable.getMessage());
        }
    }
}
