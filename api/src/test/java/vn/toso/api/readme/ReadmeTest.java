package vn.toso.api.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.TosoApplication;

class ReadmeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SETTING = Pattern.compile("`(toso\\.[a-z.-]+)`");

    private final Readme readme = Readme.read();

    @TempDir
    Path folder;

    @Test
    void the_tour_gets_the_answers_that_it_shows() throws Exception {
        List<Readme.Step> steps = readme.stepsOf("A tour of three minutes");
        List<Long> achieved = new ArrayList<>();
        try (ConfigurableApplicationContext app = SpringApplication.run(
                        TosoApplication.class,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--toso.data-dir=" + folder,
                        "--toso.demo=true");
                Shell shell = new Shell()) {
            int port = ((WebServerApplicationContext) app).getWebServer().getPort();
            for (Readme.Step step : steps) {
                String commands = step.commands().replace("localhost:8080", "127.0.0.1:" + port);
                String printed = carryOut(shell, commands, step.answer());
                if (commands.contains("/v1/coverage?")) {
                    achieved.add(JSON.readTree(printed).at("/area/achieved").asLong());
                }
            }
        }
        assertThat(steps).hasSizeGreaterThan(8);
        assertThat(achieved)
                .as("what the hamlet achieved, before and after the visit")
                .hasSize(2);
        assertThat(achieved.get(1)).isEqualTo(achieved.get(0) + 1);
    }

    private static String carryOut(Shell shell, String commands, String shown) throws InterruptedException {
        Instant asked = Instant.now();
        String printed = shell.run(commands);
        if (shown.isEmpty()) {
            return printed;
        }
        // What follows from a visit follows within a second or so, and on a first start all that the demo made up is
        // counted before it: a question may be asked again, a change may not.
        boolean question = !commands.contains(" -d ");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(question ? 90 : 0);
        List<String> differences = differences(shown, printed, asked);
        while (!differences.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
            printed = shell.run(commands);
            differences = differences(shown, printed, asked);
        }
        assertThat(differences).as("%s\nprinted\n%s", commands, printed).isEmpty();
        return printed;
    }

    private static List<String> differences(String shown, String printed, Instant asked) {
        try {
            JsonNode answer = JSON.readTree(printed);
            String asOf = answer.path("asOf").asString("");
            return asOf.isEmpty() || OffsetDateTime.parse(asOf).toInstant().isAfter(asked)
                    ? Likeness.differences(JSON.readTree(shown), answer)
                    : List.of("/asOf is from before the question");
        } catch (JacksonException notJson) {
            return List.of("no JSON: " + notJson.getOriginalMessage());
        }
    }

    @Test
    void files_and_folders_that_it_names_exist() {
        List<String> paths = readme.paths();

        assertThat(paths).contains("domain", "api", "seed", "notifications");
        assertThat(paths)
                .allSatisfy(path -> assertThat(Readme.root().resolve(path)).exists());
    }

    @Test
    void the_settings_that_it_lists_are_those_that_there_are() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher setting = SETTING.matcher(readme.text());
        while (setting.find()) {
            listed.add(setting.group(1));
        }

        assertThat(listed).isEqualTo(settings());
    }

    private static Set<String> settings() throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL metadata : Collections.list(
                ReadmeTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = metadata.openStream()) {
                for (JsonNode property : JSON.readTree(in).get("properties")) {
                    names.add(property.get("name").asString());
                }
            }
        }
        names.removeIf(name -> !name.startsWith("toso."));
        return names;
    }
}
