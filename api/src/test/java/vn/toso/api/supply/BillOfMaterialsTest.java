package vn.toso.api.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is in the jar, as its CycloneDX bill of materials says: versions that stand, licences that we may use, no ballast. */
class BillOfMaterialsTest {

    /** As SPDX names them; each may be used beside ours without anybody's leave. */
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "EPL-1.0",
            "EPL-2.0",
            "LGPL-2.1-only",
            "MPL-2.0",
            "CC0-1.0",
            "ISC");

    /** Groups that come with Firebase or with tools of tests, and have no business in the jar. */
    private static final List<String> BALLAST = List.of(
            "com.google.cloud",
            "io.grpc:grpc-netty",
            "io.grpc:grpc-core",
            "org.junit",
            "org.mockito",
            "com.tngtech.archunit",
            "org.seleniumhq",
            "vn.toso:*:tests");

    private static JsonNode bill;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                BillOfMaterialsTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json"),
                "the build writes it before the tests")) {
            bill = JsonMapper.shared().readTree(in);
        }
    }

    @Test
    void every_library_has_a_version_that_stands() {
        for (JsonNode library : libraries()) {
            assertThat(library.path("version").asString())
                    .as(nameOf(library))
                    .isNotBlank()
                    .doesNotContain("SNAPSHOT");
        }
    }

    @Test
    void every_library_has_a_licence_that_we_may_use() {
        List<String> others = new ArrayList<>();
        for (JsonNode library : libraries()) {
            List<String> licences = licencesOf(library);
            if (licences.stream().noneMatch(LICENCES::contains)) {
                others.add(nameOf(library) + " " + licences);
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void nothing_is_there_that_nobody_uses() {
        assertThat(libraries())
                .extracting(BillOfMaterialsTest::nameOf)
                .filteredOn(name -> BALLAST.stream().anyMatch(name::startsWith))
                .isEmpty();
    }

    /** Those that are shipped: tools of tests are told apart by their scope. */
    private static List<JsonNode> libraries() {
        List<JsonNode> libraries = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            if (!component.path("group").asString().equals("vn.toso")) {
                libraries.add(component);
            }
        }
        assertThat(libraries).hasSizeGreaterThan(50);
        return libraries;
    }

    private static List<String> licencesOf(JsonNode library) {
        List<String> names = new ArrayList<>();
        for (JsonNode licence : library.path("licenses")) {
            String expression = licence.path("expression").asString("");
            names.addAll(List.of(expression.split(" OR ")));
            names.add(licence.at("/license/id")
                    .asString(licence.at("/license/name").asString("")));
        }
        names.removeIf(String::isBlank);
        return names;
    }

    private static String nameOf(JsonNode library) {
        return library.path("group").asString() + ":" + library.path("name").asString() + ":"
                + library.path("version").asString();
    }
}
