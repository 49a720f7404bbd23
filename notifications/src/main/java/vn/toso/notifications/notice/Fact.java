package vn.toso.notifications.notice;

import java.util.Map;
import java.util.TreeMap;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.id.AreaId;

/** The words under which a notice keeps its facts. */
public final class Fact {

    public static final String TASK = "task";
    public static final String TEAM = "team";
    public static final String HOUSEHOLD = "household";
    public static final String AREA = "area";
    /** The area's name as people say it. */
    public static final String PLACE = "place";

    public static final String COUNT = "count";
    /** ISO date. */
    public static final String DUE = "due";

    public static final String DAYS = "days";
    public static final String MUTATION = "mutation";
    public static final String CAMPAIGN = "campaign";
    public static final String NAME = "name";
    public static final String MONTH = "month";
    public static final String ANNOUNCEMENT = "announcement";

    private Fact() {}

    /** Where it is. */
    static Map<String, String> at(AreaTree tree, AreaId area) {
        Map<String, String> facts = new TreeMap<>();
        facts.put(AREA, area.toString());
        tree.find(area).map(Area::fullName).ifPresent(name -> facts.put(PLACE, name));
        return facts;
    }

    static void put(Map<String, String> facts, String name, Object value) {
        facts.put(name, String.valueOf(value));
    }
}
