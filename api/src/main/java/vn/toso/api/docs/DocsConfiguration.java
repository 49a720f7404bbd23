package vn.toso.api.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.json.Ids;
import vn.toso.api.problem.ProblemExamples;
import vn.toso.api.security.SignedIn;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Paging;
import vn.toso.domain.access.Actor;

/** Describes the API to programs: what no controller has to say again is said here. */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

    private static final String BEARER = "bearer";

    DocsConfiguration() {
        SpringDocUtils documents = SpringDocUtils.getConfig();
        documents.addRequestWrapperToIgnore(Actor.class, SignedIn.class, Paging.class);
        documents.addAnnotationsToIgnore(IfMatch.class);
        Ids.TYPES.forEach(type -> documents.replaceWithSchema(type, new UUIDSchema()));
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("Tổ Số")
                        .version("1")
                        .description(About.TEXT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description(
                                                "A token of the identity provider; in the demo POST /demo/token.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    RequiredParts requiredParts() {
        return new RequiredParts();
    }

    @Bean
    OpenApiCustomizer problemResponses(ProblemExamples examples, JsonMapper json) {
        return new ProblemResponses(examples, json);
    }

    @Bean
    GlobalOperationCustomizer conventions() {
        return new Conventions();
    }
}
