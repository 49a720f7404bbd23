package vn.toso.api.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a node anybody gets. 0 requests a minute means no limit.
 *
 * @param member requests a minute of one account
 * @param device requests a minute of one phone of an account, where it names itself
 * @param address requests a minute of one address, whoever is behind it
 * @param stranger requests a minute of one address without a token: badges, sign-in of the demo
 * @param concurrent requests worked on at once; 0 for 64 a core. What comes on top is told to come later
 * @param time the longest that a request is worked on before its answer begins
 * @param connections at once; more are closed
 * @param slowest how long a client may take to send the next piece of a request, or to take the next piece of an answer
 */
@ConfigurationProperties("toso.limits")
public record LimitSettings(
        @DefaultValue("600") int member,
        @DefaultValue("300") int device,
        @DefaultValue("12000") int address,
        @DefaultValue("120") int stranger,
        @DefaultValue("0") int concurrent,
        @DefaultValue("60s") Duration time,
        @DefaultValue("10000") int connections,
        @DefaultValue("30s") Duration slowest) {

    private static final int A_CORE = 64;

    /** How many requests are worked on at once. */
    int seats() {
        return concurrent > 0 ? concurrent : A_CORE * Runtime.getRuntime().availableProcessors();
    }
}
