package vn.toso.api.docs;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.problem.ProblemBody;
import vn.toso.api.problem.ProblemExamples;
import vn.toso.domain.problem.ProblemCode;

/** Puts each problem into the document once, for the operations to point at. */
final class ProblemResponses implements OpenApiCustomizer {

    private final ProblemExamples examples;
    private final JsonMapper json;

    ProblemResponses(ProblemExamples examples, JsonMapper json) {
        this.examples = examples;
        this.json = json;
    }

    @Override
    public void customise(OpenAPI document) {
        Components components = document.getComponents();
        ResolvedSchema problem =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(ProblemBody.class));
        components.addSchemas("Problem", problem.schema);
        problem.referencedSchemas.forEach(components::addSchemas);
        for (ProblemCode code : ProblemCode.values()) {
            components.addResponses(code.code(), response(code));
        }
    }

    private ApiResponse response(ProblemCode code) {
        ProblemBody example = examples.of(code);
        MediaType body = new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                .example(tree(example));
        ApiResponse response = new ApiResponse()
                .description(example.title() + " / " + code.code())
                .content(new Content().addMediaType("application/problem+json", body));
        return switch (code) {
            case UNAUTHENTICATED -> with(response, "WWW-Authenticate", "Always starts with Bearer.");
            case TOO_MANY_REQUESTS, UNAVAILABLE -> with(response, "Retry-After", "Seconds to wait.");
            default -> response;
        };
    }

    /** As plain maps and lists: the document is written by another generation of Jackson than our answers. */
    private Object tree(ProblemBody example) {
        return json.convertValue(example, Map.class);
    }

    private static ApiResponse with(ApiResponse response, String header, String meaning) {
        return response.addHeaderObject(
                header, new Header().description(meaning).schema(new StringSchema()));
    }
}
