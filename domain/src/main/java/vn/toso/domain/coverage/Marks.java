package vn.toso.domain.coverage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;

/** Names what counts say, so that any node can tell whether somebody has seen them. */
final class Marks {

    private Marks() {}

    /** Sixteen hexadecimal digits; the same for the same names and counts. */
    static String of(AreaCoverage area, List<AreaCoverage> children) {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        add(area, one, other);
        children.forEach(child -> add(child, one, other));
        return String.format("%08x%08x", one.getValue(), other.getValue());
    }

    private static void add(AreaCoverage area, CRC32 one, CRC32C other) {
        StringBuilder said = new StringBuilder(1_000)
                .append(area.area())
                .append(area.name())
                .append(area.former())
                .append(area.households())
                .append(area.teams());
        new TreeMap<>(area.cells())
                .forEach((service, cell) -> said.append(service)
                        .append(cell.eligible())
                        .append(' ')
                        .append(cell.reached())
                        .append(' ')
                        .append(cell.achieved())
                        .append(' ')
                        .append(cell.refused())
                        .append(' ')
                        .append(cell.blocked()));
        byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
        one.update(bytes);
        other.update(bytes);
    }
}
