package vn.toso.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.domain.problem.ProblemCode;

@ApiTest
class OpenApiTest {

    @Autowired
    private Api api;

    private JsonNode document;

    private record Operation(String name, JsonNode path, JsonNode json) {}

    @BeforeEach
    void read() {
        document = api.asNobody().gets("/v3/api-docs").is(200).json();
    }

    @Test
    void theDocumentSaysWhatItIs() {
        assertThat(document.at("/info/title").asString()).isEqualTo("Tổ Số");
        assertThat(document.at("/info/description").asString()).contains("Problems", "Tiếng Việt");
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0").has("bearer")).isTrue();
        assertThat(document.at("/components/schemas/Problem/required").toString())
                .contains("code", "detail", "errors", "status", "title", "type");
    }

    @Test
    void everyProblemIsDescribedOnceWithAnExample() {
        for (ProblemCode code : ProblemCode.values()) {
            JsonNode example =
                    document.at("/components/responses/" + code.code() + "/content/application~1problem+json/example");
            assertThat(example.at("/code").asString()).isEqualTo(code.code());
            assertThat(example.at("/status").asInt()).isEqualTo(code.status());
        }
    }

    @Test
    void everyOperationIsComplete() {
        List<String> lacking = new ArrayList<>();
        for (Operation operation : operations()) {
            lacks(operation, "/summary", lacking);
            lacks(operation, "/description", lacking);
            lacks(operation, "/operationId", lacking);
            lacks(operation, "/tags/0", lacking);
            lacks(operation, "/responses/400/$ref", lacking);
            lacks(operation, "/responses/503/$ref", lacking);
            boolean forAnybody = operation.json().has("security")
                    && operation.json().path("security").isEmpty();
            if (operation.name().contains("/v1/") && !forAnybody) {
                lacks(operation, "/responses/401/$ref", lacking);
                lacks(operation, "/responses/403/$ref", lacking);
            }
            if (operation.name().contains("{")) {
                lacks(operation, "/responses/404/$ref", lacking);
            }
            if (operation.json().has("requestBody")) {
                lacksExample(operation, operation.json().at("/requestBody/content"), "request", lacking);
                lacks(operation, "/responses/413/$ref", lacking);
                lacks(operation, "/responses/422/$ref", lacking);
            }
            answers(operation, lacking);
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> names = operations().stream()
                .map(operation -> operation.json().path("operationId").asString())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void examplesAreValidJsonThatTheSchemaKnows() {
        List<String> unknown = new ArrayList<>();
        for (Operation operation : operations()) {
            JsonNode content = operation.json().at("/requestBody/content");
            content.forEach(body -> compare(operation, body, unknown));
            operation
                    .json()
                    .path("responses")
                    .forEach(answer -> answer.path("content").forEach(body -> compare(operation, body, unknown)));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void whatTheServerKnowsItselfIsNoParameter() {
        for (Operation operation : operations()) {
            Set<String> names = new TreeSet<>();
            operation
                    .json()
                    .path("parameters")
                    .forEach(parameter -> names.add(parameter.path("name").asString()));
            assertThat(names)
                    .as(operation.name())
                    .doesNotContain("actor", "signedIn", "paging", "version", "memberId", "scope");
        }
    }

    @Test
    void readingIsOfferedToPeopleToo() {
        assertThat(api.asNobody().gets("/swagger-ui.html").status()).isIn(200, 302);
        api.asNobody().gets("/webjars/swagger-ui/index.html").is(200);
    }

    /** Every field of an example stands in the schema, all the way down; an example isn't allowed to lag behind. */
    private void compare(Operation operation, JsonNode body, List<String> unknown) {
        JsonNode schema = body.path("schema");
        body.path("examples").forEach(example -> compare(operation.name(), example.path("value"), schema, unknown));
        if (body.has("example")) {
            compare(operation.name(), body.path("example"), schema, unknown);
        }
    }

    private void compare(String where, JsonNode value, JsonNode schema, List<String> unknown) {
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
        if (value.isString() && where.indexOf(' ') == where.lastIndexOf(' ') && resolved.has("properties")) {
            unknown.add(where + ": the example is text, no JSON");
        } else if (value.isObject() && resolved.has("properties")) {
            value.properties().forEach(field -> {
                JsonNode inner = resolved.path("properties").path(field.getKey());
                if (inner.isMissingNode()) {
                    unknown.add(where + "/" + field.getKey());
                } else {
                    compare(where + "/" + field.getKey(), field.getValue(), inner, unknown);
                }
            });
        } else if (value.isArray() && resolved.has("items")) {
            value.forEach(item -> compare(where + "/-", item, resolved.path("items"), unknown));
        }
    }

    private static void answers(Operation operation, List<String> lacking) {
        operation.json().path("responses").properties().forEach(answer -> {
            if (answer.getKey().startsWith("2") && !answer.getKey().equals("204")) {
                lacksExample(operation, answer.getValue().path("content"), answer.getKey(), lacking);
            }
        });
    }

    private static void lacksExample(Operation operation, JsonNode content, String what, List<String> lacking) {
        boolean has = false;
        for (JsonNode body : content) {
            has |= body.has("example") || !body.path("examples").isEmpty();
        }
        if (!has) {
            lacking.add(operation.name() + " lacks an example of " + what);
        }
    }

    private static void lacks(Operation operation, String pointer, List<String> lacking) {
        String value = operation.json().at(pointer).asString();
        if (value.isBlank()) {
            lacking.add(operation.name() + " lacks " + pointer);
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> !path.getKey().startsWith("/v1/probe"))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey() + " " + path.getKey(), path.getValue(), method.getValue()))));
        assertThat(operations).hasSizeGreaterThan(20);
        return operations;
    }
}
