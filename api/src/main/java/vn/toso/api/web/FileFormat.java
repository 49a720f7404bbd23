package vn.toso.api.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.NotAcceptableStatusException;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** One of the formats in which something can be had: an enum constant, named as the file's suffix in capitals. */
public interface FileFormat {

    MediaType type();

    String name();

    default String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What the parameter {@code format} says, else the first of ours that {@code Accept} takes, else the first of ours.
     *
     * @param ours the default first
     */
    static <F extends FileFormat> F asked(F[] ours, @Nullable String format, ServerHttpRequest request) {
        return format == null ? accepted(ours, request) : named(ours, format);
    }

    /** {@code malformed} for a name that isn't ours. */
    static <F extends FileFormat> F named(F[] ours, String format) {
        return Arrays.stream(ours)
                .filter(known -> known.suffix().equals(format))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemCode.MALFORMED,
                        "malformed.parameter",
                        List.of(FieldError.of(
                                "/format",
                                "not-one-of",
                                Arrays.stream(ours).map(FileFormat::suffix).toList()))));
    }

    private static <F extends FileFormat> F accepted(F[] ours, ServerHttpRequest request) {
        List<MediaType> wanted = wanted(request);
        if (wanted.isEmpty()) {
            return ours[0];
        }
        return wanted.stream()
                .flatMap(media -> Arrays.stream(ours).filter(format -> media.includes(format.type())))
                .findFirst()
                .orElseThrow(() -> new NotAcceptableStatusException(
                        Arrays.stream(ours).map(FileFormat::type).toList()));
    }

    private static List<MediaType> wanted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept().stream()
                    .filter(media -> media.getQualityValue() > 0)
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException unreadable) {
            throw new NotAcceptableStatusException(String.valueOf(unreadable.getMessage()));
        }
    }
}
