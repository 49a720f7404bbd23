package vn.toso.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.toso.domain.storage.TestStore;

/** Gives the application of the tests an empty folder for the embedded store, or an empty database on the real engine. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Of every database of the tests. */
    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path folder = Files.createTempDirectory("toso-api");
            TestPropertyValues.of("toso.data-dir=" + folder).applyTo(context);
            if (TestStore.isRealEngine()) {
                TestPropertyValues.of("toso.mongodb.uri=" + ofItsOwn(TestStore.uri()), "toso.keys.master=" + MASTER_KEY)
                        .applyTo(context);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code mongodb://host/?options} with a database that nobody else uses. */
    public static String ofItsOwn(String uri) {
        String name = "t_api_" + UUID.randomUUID().toString().substring(0, 8);
        int options = uri.indexOf('?');
        String server = (options < 0 ? uri : uri.substring(0, options)).replaceFirst("(://[^/]+)/?$", "$1/");
        return server + name + (options < 0 ? "" : uri.substring(options));
    }
}
