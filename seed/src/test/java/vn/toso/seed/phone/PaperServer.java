package vn.toso.seed.phone;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers what is written down for it, and remembers what it was asked. Pushes are applied unless told otherwise. */
final class PaperServer implements Transport {

    private static final JsonMapper JSON = new JsonMapper();

    final List<Request> asked = new ArrayList<>();
    private final Deque<Function<Request, Answer>> pulls = new ArrayDeque<>();
    private final Deque<Function<Request, Answer>> pushes = new ArrayDeque<>();
    private String digest = "{\"hamlets\": [], \"visitsSince\": \"2026-08-22T00:00:00+07:00\"}";

    @Override
    public Answer send(Request request) throws IOException {
        asked.add(request);
        if (request.path().equals("/v1/sync/digest")) {
            return new Answer(200, json(digest));
        }
        boolean push = request.method().equals("POST");
        Function<Request, Answer> answer = (push ? pushes : pulls).poll();
        Answer given = answer != null ? answer.apply(request) : push ? applied(request) : nothingNew();
        if (given.status() == 0) {
            throw new IOException("no answer");
        }
        return given;
    }

    /** The next pull that nothing else is written down for brings that page. */
    PaperServer page(String changes, String next, boolean more, String scope) {
        pulls.add(request -> new Answer(
                200,
                json("{\"changes\": [" + changes + "], \"next\": \"" + next + "\", \"more\": " + more + ", \"scope\": "
                        + scope + "}")));
        return this;
    }

    PaperServer page(String changes, String next, boolean more) {
        return page(changes, next, more, "{\"version\": 1, \"entered\": [], \"left\": []}");
    }

    PaperServer pullFails(int status, String code) {
        pulls.add(request -> problem(status, code));
        return this;
    }

    /** Applies the next push and loses the answer. */
    PaperServer pushAnswerGetsLost() {
        pushes.add(request -> new Answer(0, json("{}")));
        return this;
    }

    PaperServer push(Function<Request, Answer> answer) {
        pushes.add(answer);
        return this;
    }

    PaperServer digest(String answer) {
        digest = answer;
        return this;
    }

    List<JsonNode> pushed() {
        return asked.stream()
                .filter(request -> request.method().equals("POST"))
                .map(Request::body)
                .toList();
    }

    List<String> paths() {
        return asked.stream().map(Request::path).toList();
    }

    static String household(UUID id, String hamlet, long version) {
        return "{\"kind\": \"household\", \"op\": \"put\", \"id\": \"" + id + "\", \"version\": " + version
                + ", \"body\": {\"hamletId\": \"" + hamlet + "\", \"headName\": \"Vi Văn Thông\"}}";
    }

    static String removed(UUID id) {
        return "{\"kind\": \"household\", \"op\": \"remove\", \"id\": \"" + id + "\"}";
    }

    static Answer problem(int status, String code) {
        return new Answer(status, json("{\"code\": \"" + code + "\"}"));
    }

    static Answer applied(Request push) {
        List<String> results = new ArrayList<>();
        for (JsonNode mutation : push.body().get("mutations")) {
            results.add("{\"id\": " + mutation.get("id") + ", \"outcome\": \"applied\", \"version\": 1}");
        }
        return new Answer(200, json("{\"results\": [" + String.join(",", results) + "]}"));
    }

    private static Answer nothingNew() {
        return new Answer(
                200,
                json("{\"changes\": [], \"next\": \"end\", \"more\": false,"
                        + "\"scope\": {\"version\": 1, \"entered\": [], \"left\": []}}"));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
