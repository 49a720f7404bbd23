package vn.toso.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test that speaks to the running application over HTTP. All of them share one application and one database, so each
 * makes what it needs and asserts on nothing else.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "toso.demo=true",
            "management.server.port=0",
            // One address and a handful of people ask for everything here.
            "toso.limits.member=0",
            "toso.limits.device=0",
            "toso.limits.address=0",
            "toso.limits.stranger=0",
            "toso.privacy.consent=unless-refused",
            "spring.autoconfigure.exclude=vn.toso.seed.generator.DemoAutoConfiguration,"
                    + "vn.toso.seed.reference.ReferenceAutoConfiguration"
        })
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({World.class, Api.class, Documents.class, Probe.class})
public @interface ApiTest {}
