package vn.toso.api.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toso.domain.access.Permission;

/** The table of rights as the OpenAPI document tells it: which rows each operation stands at. */
final class Table {

    /**
     * @param name {@code GET /v1/households/{id}}
     * @param rows empty for an operation that needs no member
     * @param orOwn whether everybody may do it for what is the own
     */
    record Row(String name, Pattern path, List<Permission> rows, boolean orOwn, boolean forAnybody) {

        boolean isOpen() {
            return rows.isEmpty();
        }
    }

    private final TreeMap<String, Row> rows = new TreeMap<>();

    Table(JsonNode document) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> add(
                                method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue())));
    }

    private void add(String method, String path, JsonNode operation) {
        List<Permission> needed = new ArrayList<>();
        operation.path("x-permissions").forEach(row -> needed.add(Permission.valueOf(row.asString())));
        String regex = Pattern.quote(path).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
        String name = method + " " + path;
        boolean forAnybody =
                operation.has("security") && operation.path("security").isEmpty();
        boolean orOwn = operation.path("x-or-own").asBoolean(false);
        rows.put(name, new Row(name, Pattern.compile(regex), needed, orOwn, forAnybody));
    }

    Set<String> names() {
        return rows.keySet();
    }

    /** The operation that a request is one of: the one that says more of the address in its own words. */
    Row of(Ask ask) {
        String path = ask.path().replaceFirst("\\?.*", "");
        return rows.values().stream()
                .filter(row -> row.name().startsWith(ask.method() + " "))
                .filter(row -> row.path().matcher(path).matches())
                .min(Comparator.comparing(row -> row.name().split("\\{", -1).length))
                .orElseThrow(() -> new AssertionError("The document knows no " + ask.method() + " " + path));
    }

    /** What the table says: null for let through, else the status of the refusal. */
    static @Nullable Integer refusal(Row row, Operation operation, Person who, Place place) {
        if (row.forAnybody()) {
            return null;
        }
        if (!who.acts()) {
            return 403;
        }
        Integer instead = operation.exception().apply(who, place);
        if (instead != null) {
            return instead;
        }
        boolean mayRole = row.orOwn() || row.rows().stream().allMatch(need -> need.isGivenTo(who.role()));
        if (!mayRole || operation.more().stream().anyMatch(need -> !need.isGivenTo(who.role()))) {
            return 403;
        }
        boolean reached = row.rows().stream().allMatch(need -> who.reaches(need, place));
        return reached ? null : (Integer) operation.outside();
    }
}
