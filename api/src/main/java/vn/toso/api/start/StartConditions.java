package vn.toso.api.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides before anything else whether this is a demo, and refuses settings that would put a demo before strangers. A
 * demo hands a token to whoever asks, so it listens on loopback and never beside a real issuer.
 */
final class StartConditions implements EnvironmentPostProcessor, Ordered {

    private static final String DEMO = "toso.demo";
    private static final String ADDRESS = "server.address";
    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean issuer = isSet(environment, ISSUER);
        boolean demo =
                isSet(environment, DEMO) ? isTrue(environment) : !issuer && !isSet(environment, "toso.mongodb.uri");
        Map<String, Object> decided = new LinkedHashMap<>();
        decided.put(DEMO, demo);
        if (environment.getProperty("toso.check", "").strip().equalsIgnoreCase("true")) {
            // It serves nobody, and must not be in the way of a node that does.
            decided.put("server.port", 0);
            decided.put("management.server.port", 0);
        }
        if (demo) {
            refuseIssuer(issuer);
            refuseStrangers(environment);
            if (!isSet(environment, ADDRESS)) {
                decided.put(ADDRESS, "127.0.0.1");
            }
        } else if (!issuer) {
            throw new CannotStart(
                    "Nobody could sign in: neither an issuer of tokens nor the demo is set.",
                    "Set " + ISSUER + " to the address of your identity provider, or toso.demo=true to look around.");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("start conditions", decided));
    }

    private static boolean isTrue(ConfigurableEnvironment environment) {
        String text = environment.getRequiredProperty(DEMO).strip();
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new CannotStart("toso.demo is '" + text + "'.", "Set it to true or false.");
        }
        return Boolean.parseBoolean(text);
    }

    private static void refuseIssuer(boolean issuer) {
        if (issuer) {
            throw new CannotStart(
                    "toso.demo=true hands a token to whoever asks and cannot stand beside a real issuer (" + ISSUER
                            + ").",
                    "Take toso.demo away to run behind the issuer, or take the issuer away to look around.");
        }
    }

    private static void refuseStrangers(ConfigurableEnvironment environment) {
        String address = environment.getProperty(ADDRESS, "");
        if (!address.isBlank() && !isLoopback(address.strip())) {
            throw new CannotStart(
                    "toso.demo=true hands a token to whoever asks and must not listen on " + ADDRESS + "=" + address
                            + ".",
                    "Set " + ADDRESS + " to 127.0.0.1, or set " + ISSUER + " and toso.demo=false.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isSet(ConfigurableEnvironment environment, String name) {
        return !environment.getProperty(name, "").isBlank();
    }

    /** After the configuration files are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
