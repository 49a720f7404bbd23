package vn.toso.api.fuzz;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.fuzz.Guesses.Guess;
import vn.toso.domain.problem.ProblemCode;

/** What an answer may be: a success, or a problem that names itself; never a breakdown, never a look inside. */
final class Judge {

    /** @param body at most as much as was read of it */
    record Answer(int status, @Nullable String contentType, String body) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> CODES =
            Arrays.stream(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.toSet());
    private static final Set<String> INSIDES =
            Set.of("Exception", "\tat ", "vn.toso.", "java.", "org.springframework", "com.mongodb", "reactor.");
    private static final int ENOUGH = 20;

    private final Map<String, Integer> statuses = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();

    void judge(Guess guess, Answer answer) {
        statuses.merge(answer.status() / 100 + "xx", 1, Integer::sum);
        if (answer.status() >= 500) {
            found(guess, answer, "broke down");
        } else if (answer.status() >= 400) {
            judgeProblem(guess, answer);
        }
    }

    void broke(Guess guess, Throwable failure) {
        findings.add("no answer: " + failure + " to " + guess);
    }

    private void judgeProblem(Guess guess, Answer answer) {
        if (answer.contentType() == null || !answer.contentType().startsWith("application/problem+json")) {
            found(guess, answer, "is no problem");
        } else if (!CODES.contains(codeOf(answer.body()))) {
            found(guess, answer, "has no code that is known");
        } else if (INSIDES.stream().anyMatch(answer.body()::contains) && !echoes(guess, answer)) {
            found(guess, answer, "tells of the inside");
        }
    }

    /** What the caller sent may come back. */
    private static boolean echoes(Guess guess, Answer answer) {
        return INSIDES.stream().filter(answer.body()::contains).allMatch(guess.toString()::contains);
    }

    private static String codeOf(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("code").asString();
        } catch (JacksonException none) {
            return "";
        }
    }

    private void found(Guess guess, Answer answer, String what) {
        if (findings.size() < ENOUGH) {
            findings.add(answer.status() + " " + what + ": " + answer.body() + "\n  to " + guess);
        }
    }

    Iterable<String> findings() {
        return findings;
    }

    Map<String, Integer> statuses() {
        return new TreeMap<>(statuses);
    }
}
