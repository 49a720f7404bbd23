package vn.toso.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import vn.toso.domain.access.Permission;
import vn.toso.domain.problem.ProblemCode;

/** Whatever the code can refuse has a sentence in both languages: the sources themselves are asked what that is. */
class SentencesTest {

    private static final List<Path> SOURCES = List.of(
            Path.of("../domain/src/main/java"), Path.of("../notifications/src/main/java"), Path.of("src/main/java"));

    /** Which argument of a call names the key, and what stands before it in the bundle. */
    private record Call(Pattern opening, int argument, String prefix) {}

    private static final List<Call> CALLS = List.of(
            new Call(Pattern.compile("Problem\\.invalid\\("), 1, "error."),
            new Call(Pattern.compile("FieldError\\.of\\("), 1, "error."),
            new Call(Pattern.compile("\\berrors\\.add\\("), 1, "error."),
            new Call(Pattern.compile("\\berrors\\.check\\("), 2, "error."),
            new Call(Pattern.compile("Problem\\.notFound\\("), 0, "detail.not-found."),
            new Call(Pattern.compile("Problem\\.of\\("), 1, "detail."),
            new Call(Pattern.compile("Fault\\.of\\("), 1, "detail."),
            new Call(Pattern.compile("\\bmalformed\\("), 0, "detail."),
            new Call(Pattern.compile("new Unauthenticated\\("), 0, "detail.unauthenticated."),
            new Call(Pattern.compile("\\bbroken\\("), 0, "detail.unauthenticated."),
            new Call(Pattern.compile("\\brefusal\\("), 0, "detail.forbidden."));

    /** @param given how many values the call hands to the sentence */
    private record Use(String key, int given, String file) {}

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]");
    private static final Pattern KEY = Pattern.compile("\"([a-zA-Z][a-zA-Z0-9.-]*[a-zA-Z0-9])\"");

    @Test
    void everyKeyInTheSourcesHasASentenceInBothLanguages() {
        Map<String, String> used = keysInTheSources();
        Properties vietnamese = bundle("vi");
        Properties english = bundle("en");
        List<String> missing = new ArrayList<>();
        used.forEach((key, where) -> {
            if (!vietnamese.containsKey(key) || !english.containsKey(key)) {
                missing.add(key + " used in " + where);
            }
        });
        assertThat(used).hasSizeGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    @Test
    void noSentenceNamesMoreThanItIsGiven() {
        Properties english = bundle("en");
        Properties vietnamese = bundle("vi");
        List<String> wrong = new ArrayList<>();
        uses(CALLS.subList(0, 4), use -> {
            int named = placesIn(english.getProperty(use.key(), ""));
            if (named > use.given() || placesIn(vietnamese.getProperty(use.key(), "")) != named) {
                wrong.add(use.key() + " gets " + use.given() + " values in " + use.file());
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyCodeAndPermissionHasASentenceInBothLanguages() {
        Set<String> keys = new TreeSet<>(bundle("vi").stringPropertyNames());

        assertThat(keys).isEqualTo(new TreeSet<>(bundle("en").stringPropertyNames()));
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(keys).contains("title." + code.code());
        }
        for (Permission permission : Permission.values()) {
            assertThat(keys).contains("detail.forbidden." + permission);
        }
    }

    @Test
    void sentencesAreSentences() {
        Stream.of("vi", "en")
                .map(SentencesTest::bundle)
                .forEach(bundle -> bundle.forEach((key, sentence) -> {
                    assertThat(sentence.toString()).as(key.toString()).isNotBlank();
                    if (!key.toString().startsWith("title.")) {
                        assertThat(sentence.toString()).as(key.toString()).endsWith(".");
                    }
                }));
    }

    @Test
    void theCallersLanguageIsVietnameseUnlessItIsEnglish() {
        assertThat(language(null)).isEqualTo("vi");
        assertThat(language("en")).isEqualTo("en");
        assertThat(language("en-US,en;q=0.5")).isEqualTo("en");
        assertThat(language("vi-VN,en;q=0.5")).isEqualTo("vi");
        assertThat(language("fr")).isEqualTo("vi");
        assertThat(language("*")).isEqualTo("vi");
        assertThat(language("???")).isEqualTo("vi");
    }

    private static String language(String wanted) {
        HttpHeaders headers = new HttpHeaders();
        if (wanted != null) {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, wanted);
        }
        return Sentences.languageOf(headers).getLanguage();
    }

    private static Map<String, String> keysInTheSources() {
        Map<String, String> keys = new TreeMap<>();
        uses(CALLS, use -> keys.put(use.key(), use.file()));
        return keys;
    }

    private static int placesIn(String sentence) {
        return (int) PLACE.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
    }

    private static void uses(List<Call> calls, Consumer<Use> each) {
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> uses(file, calls, each));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void uses(Path file, List<Call> calls, Consumer<Use> each) {
        String source = read(file);
        for (Call call : calls) {
            Matcher opening = call.opening().matcher(source);
            while (opening.find()) {
                List<String> arguments = arguments(source, opening.end());
                if (arguments.size() > call.argument()) {
                    int given = arguments.size() - call.argument() - 1;
                    KEY.matcher(arguments.get(call.argument()))
                            .results()
                            .map(key -> call.prefix() + key.group(1))
                            .forEach(key -> each.accept(
                                    new Use(key, given, file.getFileName().toString())));
                }
            }
        }
    }

    /** The arguments of the call that opened just before {@code start}, as they are written. */
    private static List<String> arguments(String source, int start) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 1;
        boolean quoted = false;
        for (int i = start; i < source.length() && depth > 0; i++) {
            char c = source.charAt(i);
            quoted ^= c == '"' && source.charAt(i - 1) != '\\';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if ((c == ',' && depth == 1 && !quoted) || depth == 0) {
                arguments.add(argument.toString());
                argument.setLength(0);
            } else {
                argument.append(c);
            }
        }
        return arguments;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties bundle(String language) {
        Properties sentences = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/messages_" + language + ".properties"))) {
            sentences.load(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sentences;
    }
}
