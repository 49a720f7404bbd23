package vn.toso.api.limits;

import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServer;

/** Limits that hold below HTTP: how many connections, and how slow they may be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    /** On the slowest network two megabytes take minutes. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(75);

    @Bean
    NettyServerCustomizer patience(LimitSettings settings) {
        AtomicInteger open = new AtomicInteger();
        return server -> patient(server, settings).doOnConnection(connection -> count(connection, open, settings));
    }

    private static HttpServer patient(HttpServer server, LimitSettings settings) {
        return server.idleTimeout(LONGEST_IDLE).readTimeout(settings.slowest()).requestTimeout(LONGEST_REQUEST);
    }

    private static void count(Connection connection, AtomicInteger open, LimitSettings settings) {
        connection.onDispose(open::decrementAndGet);
        if (open.incrementAndGet() > settings.connections()) {
            connection.dispose();
            return;
        }
        connection.addHandlerLast(new WriteTimeoutHandler(settings.slowest().toMillis(), TimeUnit.MILLISECONDS));
    }
}
