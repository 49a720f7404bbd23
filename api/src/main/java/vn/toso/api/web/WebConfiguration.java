package vn.toso.api.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.toso.api.json.Dates;
import vn.toso.api.json.Ids;
import vn.toso.api.trail.DeedNotes;
import vn.toso.domain.id.Id;

/** Teaches Spring our controllers' parameters. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebFluxConfigurer {

    @Bean
    WebFluxRegistrations strictAddresses(DeedNotes notes) {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new StrictMapping();
            }

            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new GuardedAdapter(notes);
            }
        };
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new ActorArgument(), new PagingArgument(), new IfMatchArgument());
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, LocalDate.class, Dates::date);
        formats.addConverter(String.class, OffsetDateTime.class, Dates::time);
        formats.addConverter(String.class, java.util.UUID.class, Ids::uuid);
        Ids.TYPES.forEach(type -> addId(formats, type));
    }

    private static <I extends Id> void addId(FormatterRegistry formats, Class<I> type) {
        formats.addConverter(String.class, type, text -> Ids.read(type, text));
    }
}
