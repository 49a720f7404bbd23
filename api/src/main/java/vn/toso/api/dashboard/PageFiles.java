package vn.toso.api.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every file of the page, read once at start: some forty small ones, and two libraries. */
@Component
final class PageFiles {

    static final String HOME = "index.html";

    private static final String OURS = "classpath:/dashboard/";

    /** By the name the page knows them by, which does not change with their version. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "lib/chart.js",
            "chart.js/*/dist/chart.umd.min.js",
            "lib/keycloak.js",
            "keycloak-js/*/dist/keycloak.min.js");

    private final Map<String, PageFile> files = new TreeMap<>();

    PageFiles() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (Resource resource : resolver.getResources(OURS + "**/*.*")) {
                String path = resource.getURL().toString();
                String name = path.substring(path.lastIndexOf("/dashboard/") + "/dashboard/".length());
                files.put(name, PageFile.of(name, resource.getContentAsByteArray()));
            }
            for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                Resource[] found =
                        resolver.getResources("classpath*:/META-INF/resources/webjars/" + library.getValue());
                files.put(library.getKey(), PageFile.of(library.getKey(), found[0].getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<PageFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    PageFile home() {
        return Objects.requireNonNull(files.get(HOME));
    }
}
