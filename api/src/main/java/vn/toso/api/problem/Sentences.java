package vn.toso.api.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;

/** Finds the sentence for a key: Vietnamese unless the caller asks for English. */
@Component
public final class Sentences {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<Locale> SPOKEN = List.of(VIETNAMESE, Locale.ENGLISH);

    private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

    Sentences() {
        bundles.setBasenames("messages", "vn/toso/api/badge/words");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setDefaultLocale(VIETNAMESE);
        bundles.setAlwaysUseMessageFormat(true);
    }

    /** The caller's language; what we don't speak, or can't read, is answered in Vietnamese. */
    public static Locale languageOf(HttpHeaders request) {
        String wanted = request.getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null || wanted.isBlank()) {
            return VIETNAMESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), SPOKEN);
            return best == null ? VIETNAMESE : best;
        } catch (IllegalArgumentException e) {
            return VIETNAMESE;
        }
    }

    /** What breaks a rule each, in the language that a request asks for. */
    public List<ProblemBody.Field> inWords(List<FieldError> errors, HttpHeaders request) {
        Locale language = languageOf(request);
        return errors.stream().map(error -> field(error, language)).toList();
    }

    /** A problem of a part of a request, in the language that the request asks for. */
    public ProblemBody inWords(Problem problem, HttpHeaders request) {
        return inWords(Fault.of(problem), languageOf(request));
    }

    /** Any other words of the bundles, in the language that a request asks for. */
    public String sentence(String key, HttpHeaders request) {
        return sentence(key, List.of(), languageOf(request), key);
    }

    ProblemBody inWords(Fault fault, Locale language) {
        String title = sentence("title." + fault.code(), List.of(), language, fault.code());
        return new ProblemBody(
                "urn:toso:problem:" + fault.code(),
                title,
                fault.status(),
                sentence("detail." + fault.reason(), fault.args(), language, title),
                fault.code(),
                fault.errors().stream().map(error -> field(error, language)).toList());
    }

    private ProblemBody.Field field(FieldError error, Locale language) {
        String message = sentence("error." + error.code(), error.args(), language, error.code());
        return new ProblemBody.Field(error.pointer(), error.code(), message);
    }

    private String sentence(String key, List<Object> args, Locale language, String otherwise) {
        Object[] named = args.stream().map(Sentences::readable).toArray();
        return Objects.requireNonNullElse(bundles.getMessage(key, named, otherwise, language), otherwise);
    }

    private static Object readable(Object arg) {
        if (arg instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return arg instanceof Number ? arg : String.valueOf(arg);
    }
}
