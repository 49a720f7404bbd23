package vn.toso.api.limits;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Limits that hold below HTTP: how many connections, and how slow they may be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    /** On the slowest network two megabytes take minutes. */
    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(75);

    @Bean
    NettyServerCustomizer patience(LimitSettings settings) {
        OpenConnections connections = new OpenConnections(settings.connections());
        return server -> server.idleTimeout(LONGEST_IDLE)
                .requestTimeout(LONGEST_REQUEST)
                .doOnChannelInit((observer, channel, address) -> bound(channel.pipeline(), connections, settings));
    }

    private static void bound(ChannelPipeline pipeline, OpenConnections connections, LimitSettings settings) {
        pipeline.addFirst(new WriteTimeoutHandler(settings.slowest().toMillis(), TimeUnit.MILLISECONDS));
        pipeline.addFirst(connections);
    }
}
