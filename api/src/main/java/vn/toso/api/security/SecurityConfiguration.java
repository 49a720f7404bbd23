package vn.toso.api.security;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import reactor.core.publisher.Mono;
import vn.toso.api.problem.ProblemAnswers;
import vn.toso.api.start.TosoSettings;
import vn.toso.api.trail.DeedNotes;
import vn.toso.domain.access.Role;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.MemberDirectory;

/** Who gets in: everything needs a member's token, but for what is listed here. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private static final String[] FOR_ANYBODY = {
        "/",
        "/dashboard/**",
        "/v1/badges/*",
        "/actuator/health",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/webjars/**",
        "/favicon.ico"
    };

    @Bean
    VerifiedTokens verifiedTokens(ReactiveJwtDecoder decoder, Clock clock) {
        return new VerifiedTokens(decoder, clock);
    }

    @Bean
    TokenCheck tokenCheck(VerifiedTokens tokens, MemberDirectory directory) {
        return new TokenCheck(tokens, directory);
    }

    @Bean
    Turnstile turnstile(DeedNotes notes) {
        return new Turnstile(notes);
    }

    @Bean
    StillSignedIn stillSignedIn(TokenCheck check) {
        return new StillSignedIn(check);
    }

    /** Requests are observed as wholes; spans for each filter of the chain cost more than they tell. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** The actuator's own port. */
    @Bean
    @Order(1)
    SecurityWebFilterChain managementChain(ServerHttpSecurity http, Environment environment) {
        return http.securityMatcher(new ManagementPort(environment))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            TokenCheck check,
            ProblemAnswers problems,
            TosoSettings settings,
            Turnstile turnstile) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // no cookie, nothing to forge
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchange -> doors(exchange, settings, turnstile))
                .oauth2ResourceServer(tokensOnly -> tokensOnly
                        .authenticationManagerResolver(exchange -> Mono.just(check))
                        .authenticationEntryPoint(problems::handle)
                        .accessDeniedHandler(problems::handle))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(problems::handle).accessDeniedHandler(problems::handle))
                .build();
    }

    /** Addresses with control characters, hidden slashes and their like, which no operation has. */
    @Bean
    ServerExchangeRejectedHandler rejectedAddresses(ProblemAnswers problems) {
        return (exchange, rejected) ->
                problems.handle(exchange, Problem.of(ProblemCode.MALFORMED, "malformed.address"));
    }

    private static void doors(AuthorizeExchangeSpec exchange, TosoSettings settings, Turnstile turnstile) {
        exchange.pathMatchers(FOR_ANYBODY).permitAll();
        if (settings.openData().isPublic()) {
            exchange.pathMatchers("/v1/open-data/**").permitAll();
        }
        if (settings.demo()) {
            exchange.pathMatchers("/demo/**").permitAll();
        }
        exchange.pathMatchers("/v1/me/bind").authenticated();
        exchange.pathMatchers("/actuator", "/actuator/**").hasRole(Role.PROVINCE_ADMIN.name());
        exchange.anyExchange().access(turnstile);
    }
}
