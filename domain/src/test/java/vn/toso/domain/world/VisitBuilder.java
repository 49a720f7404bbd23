package vn.toso.domain.world;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Location;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.BlockReason;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.team.Member;
import vn.toso.domain.visit.Activity;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.Visit;

/** A visit in the making: by Lan, just before {@link TestWorld#NOW}, without activities as yet. */
public final class VisitBuilder {

    private VisitId id;
    private AreaId hamlet = TestWorld.XOM_1.id();
    private @Nullable HouseholdId household;
    private final List<MemberId> members = new ArrayList<>(List.of(TestWorld.LAN.id()));
    private OffsetDateTime at = TestWorld.NOW.atOffset(ZoneOffset.ofHours(7));
    private @Nullable OffsetDateTime received;
    private @Nullable Integer minutes;
    private @Nullable Location location;
    private final List<Activity> activities = new ArrayList<>();
    private @Nullable String note;
    private @Nullable TaskId task;
    private @Nullable VisitId supersedes;
    private Visit.@Nullable Voided voided;

    private VisitBuilder(VisitId id) {
        this.id = id;
    }

    /** @param word what tells it apart from the test's other visits */
    public static VisitBuilder aVisit(String word) {
        return new VisitBuilder(new VisitId(Names.uuid("visit " + word)));
    }

    public VisitBuilder to(Household door) {
        this.household = door.id();
        this.hamlet = door.hamletId();
        return this;
    }

    public VisitBuilder to(@Nullable HouseholdId door) {
        this.household = door;
        return this;
    }

    /** A session in a hamlet. */
    public VisitBuilder in(AreaId place) {
        this.hamlet = place;
        this.household = null;
        return this;
    }

    public VisitBuilder by(Member... visitors) {
        members.clear();
        List.of(visitors).forEach(member -> members.add(member.id()));
        return this;
    }

    /** @param text a time with its offset: {@code 2026-11-20T08:30:00+07:00} */
    public VisitBuilder at(String text) {
        return at(OffsetDateTime.parse(text));
    }

    public VisitBuilder at(OffsetDateTime time) {
        this.at = time;
        return this;
    }

    public VisitBuilder received(String text) {
        this.received = OffsetDateTime.parse(text);
        return this;
    }

    public VisitBuilder lasting(int time) {
        this.minutes = time;
        return this;
    }

    public VisitBuilder near(double latitude, double longitude) {
        this.location = new Location(latitude, longitude);
        return this;
    }

    public VisitBuilder noting(String text) {
        this.note = text;
        return this;
    }

    public VisitBuilder forTask(TaskId of) {
        this.task = of;
        return this;
    }

    public VisitBuilder correcting(VisitId wrong) {
        this.supersedes = wrong;
        return this;
    }

    public VisitBuilder voided() {
        this.voided = new Visit.Voided("nhầm hộ", TestWorld.LAN.id(), TestWorld.NOW);
        return this;
    }

    public VisitBuilder did(String service, Outcome outcome) {
        return did(service, (ResidentId) null, outcome);
    }

    public VisitBuilder did(String service, @Nullable ResidentId resident, Outcome outcome) {
        return did(service, resident, outcome, null);
    }

    /** Blocked activities have no paper as their reason. */
    public VisitBuilder did(String service, @Nullable ResidentId resident, Outcome outcome, @Nullable String step) {
        BlockReason reason = outcome == Outcome.BLOCKED ? BlockReason.NO_PAPER : null;
        return did(new Activity(service, resident, outcome, step, reason, null, null));
    }

    public VisitBuilder did(Activity activity) {
        activities.add(activity);
        return this;
    }

    public VisitId id() {
        return id;
    }

    /** As a phone sends it. */
    public RecordVisit.Command asCommand() {
        return new RecordVisit.Command(
                id,
                household,
                household == null ? hamlet : null,
                members.subList(1, members.size()),
                at,
                minutes,
                location,
                activities,
                note,
                task,
                supersedes);
    }

    /** As it is on file. */
    public Visit build() {
        return new Visit(
                id,
                Revision.NONE,
                hamlet,
                household,
                members,
                at.toInstant().truncatedTo(ChronoUnit.MILLIS),
                at,
                (received == null ? at : received).toInstant().truncatedTo(ChronoUnit.MILLIS),
                false,
                minutes,
                location,
                activities,
                note,
                task,
                supersedes,
                voided,
                true);
    }
}
