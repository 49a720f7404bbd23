package vn.toso.api.dashboard;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import vn.toso.api.start.TosoSettings;

/** Where the page is, and what a browser that shows it may do: talk to this server and to the issuer, and nothing else. */
@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    private static final String FILES = "/dashboard/";

    private final PageFiles files;
    private final DashboardConfig config;
    private final String policy;

    DashboardConfiguration(
            PageFiles files,
            TosoSettings settings,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        this.files = files;
        this.config = new DashboardConfig(
                settings.demo(),
                settings.demo() ? null : issuer,
                settings.dashboard().clientId());
        this.policy = policy(settings.demo() ? "" : issuer);
    }

    /**
     * What the page needs to sign somebody in.
     *
     * @param issuer of OpenID Connect; null in the demo, where one chooses a person
     */
    record DashboardConfig(boolean demo, @Nullable String issuer, String clientId) {}

    @Bean
    RouterFunction<ServerResponse> dashboard() {
        return RouterFunctions.route()
                .GET("/", request -> file(request, files.home()))
                .GET(
                        FILES + "config.json",
                        request -> secured(ServerResponse.ok()).bodyValue(config))
                .GET(
                        FILES + "**",
                        request -> named(request).isPresent(),
                        request -> file(request, named(request).orElseThrow()))
                .build();
    }

    private Optional<PageFile> named(ServerRequest request) {
        return files.find(request.path().substring(FILES.length()));
    }

    private Mono<ServerResponse> file(ServerRequest request, PageFile file) {
        if (request.headers().asHttpHeaders().getIfNoneMatch().contains(file.tag())) {
            return secured(ServerResponse.status(304)).eTag(file.tag()).build();
        }
        List<String> accepted = request.headers().header(HttpHeaders.ACCEPT_ENCODING);
        boolean gzip = accepted.stream().anyMatch(codings -> codings.contains("gzip"));
        ServerResponse.BodyBuilder answer = secured(ServerResponse.ok())
                .eTag(file.tag())
                .contentType(file.type())
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (gzip) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.bodyValue(file.bytes(gzip));
    }

    private ServerResponse.BodyBuilder secured(ServerResponse.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    private static String policy(String issuer) {
        String elsewhere = issuer.isBlank() ? "" : " " + originOf(URI.create(issuer));
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'" + elsewhere
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String originOf(URI issuer) {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
