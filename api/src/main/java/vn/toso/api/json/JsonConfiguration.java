package vn.toso.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Requests are read strictly: what a caller got wrong is told, never guessed. Answers leave out what is null. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    /** Our deepest request has four levels; whoever sends more plays. */
    private static final int DEEPEST = 32;

    @Bean
    JsonFactoryBuilderCustomizer boundedReading() {
        return factory -> factory.streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictReading() {
        return mapper -> {
            mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
            mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
            mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            mapper.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
            mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
            mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            mapper.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
            mapper.changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL));
            nothingIsMadeUp(mapper);
            mapper.addModule(new Values());
        };
    }

    private static void nothingIsMadeUp(MapperBuilder<?, ?> mapper) {
        mapper.withCoercionConfigDefaults(
                config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
        mapper.withCoercionConfig(
                LogicalType.Textual,
                config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        mapper.withCoercionConfig(
                LogicalType.Enum, config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
        mapper.withCoercionConfig(
                LogicalType.POJO, config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
    }

    /** After Boot's own, so that requests are read by ours. */
    @Bean
    @Order(1)
    CodecCustomizer requestCodecs(JsonMapper mapper) {
        return codecs -> codecs.defaultCodecs().jacksonJsonDecoder(new RequestDecoder(mapper));
    }
}
