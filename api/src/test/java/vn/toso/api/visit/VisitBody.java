package vn.toso.api.visit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.IdSource;

/** The body of a visit in the making: {@code aVisit().to(household).achieved("SAFE", resident)}. */
public final class VisitBody {

    private static final IdSource IDS = IdSource.timeOrdered();

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Map<String, Object>> activities = new ArrayList<>();

    private VisitBody() {
        fields.put("id", IDS.next().toString());
        fields.put("occurredAt", now().minusMinutes(20).toString());
        fields.put("durationMinutes", 25);
    }

    /** Twenty minutes ago, with an id of its own. */
    public static VisitBody aVisit() {
        return new VisitBody();
    }

    /** The time on a phone in Viet Nam whose clock is right. */
    public static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.ofHours(7)).truncatedTo(ChronoUnit.MILLIS);
    }

    public VisitBody to(Household household) {
        return with("householdId", household.id().toString());
    }

    public VisitBody in(AreaId hamlet) {
        return with("hamletId", hamlet.toString());
    }

    public VisitBody achieved(String service, Resident resident) {
        return did(service, resident, "ACHIEVED");
    }

    public VisitBody achieved(String service) {
        return doing(Map.of("service", service, "outcome", "ACHIEVED"));
    }

    public VisitBody did(String service, Resident resident, String outcome) {
        return doing(Map.of("service", service, "residentId", resident.id().toString(), "outcome", outcome));
    }

    /** An activity, field by field. */
    public VisitBody doing(Map<String, Object> activity) {
        activities.add(activity);
        return this;
    }

    public VisitBody at(OffsetDateTime time) {
        return with("occurredAt", time.toString());
    }

    public VisitBody with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public VisitBody without(String field) {
        fields.remove(field);
        return this;
    }

    public String id() {
        return (String) fields.get("id");
    }

    /** What is sent. */
    public Map<String, Object> json() {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.putIfAbsent("activities", List.copyOf(activities));
        return body;
    }
}
