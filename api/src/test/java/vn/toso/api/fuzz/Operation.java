package vn.toso.api.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the OpenAPI document.
 *
 * @param body the schema of what it takes; null when it takes nothing
 * @param examples bodies that the document shows
 * @param mediaType of the body
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        List<JsonNode> examples,
        String mediaType) {

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String in, JsonNode schema) {}

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith("/v1/probe"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(of(method.getKey(), path.getKey(), method.getValue()))));
        return operations;
    }

    private static Operation of(String method, String path, JsonNode json) {
        List<Parameter> parameters = new ArrayList<>();
        json.path("parameters")
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.path("name").asString(), parameter.path("in").asString(), parameter.path("schema"))));
        var content = json.at("/requestBody/content").properties().stream().findFirst();
        List<JsonNode> examples = new ArrayList<>();
        content.ifPresent(body -> {
            body.getValue().path("examples").forEach(example -> examples.add(example.path("value")));
            if (body.getValue().has("example")) {
                examples.add(body.getValue().path("example"));
            }
        });
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                parameters,
                content.map(body -> body.getValue().path("schema")).orElse(null),
                examples,
                content.map(java.util.Map.Entry::getKey).orElse(""));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
