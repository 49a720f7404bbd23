package vn.toso.seed.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Classification;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.BlockReason;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.visit.Activity;

/** What comes of the visits to one household: remembers what was achieved, so that one step follows the other. */
final class DoorTalk {

    /** A service and how often a team brings it up with somebody who may have it. */
    private record Topic(String service, double chance) {}

    private static final List<Topic> WITH_THE_HOUSEHOLD = List.of(
            new Topic("DEVICE", 0.75),
            new Topic("FIBRE", 0.5),
            new Topic("PAY_BILL", 0.4),
            new Topic("PAY_QR", 0.8),
            new Topic("ECOM", 0.4));

    private static final List<Topic> WITH_A_PERSON = List.of(
            new Topic("VNEID_1", 0.1),
            new Topic("VNEID_2", 0.8),
            new Topic("VNEID_ACT", 0.85),
            new Topic("VNEID_DOC", 0.35),
            new Topic("SAFE", 0.4),
            new Topic("PAY_ACC", 0.45),
            new Topic("PAY_FIRST", 0.7),
            new Topic("PAY_FEES", 0.6),
            new Topic("DVCTT", 0.15),
            new Topic("HEALTH", 0.25),
            new Topic("SKILL", 0.25),
            new Topic("SIGN", 0.08));

    private static final int MOST_FOR_A_PERSON = 4;
    private static final int YOUNGEST = 6;

    private static final List<String> NEXT_TIME =
            List.of("hẹn cuối tuần", "chờ con về giúp", "đang chờ tin nhắn xác nhận", "máy hết pin, làm tiếp lần sau");

    private final Dice dice;
    private final Map<String, Service> catalogue;
    private final Household home;
    private final boolean broadband;
    private final Set<String> achievedByHousehold = new HashSet<>();
    private final Map<ResidentId, Set<String>> achieved = new HashMap<>();

    DoorTalk(Dice dice, Map<String, Service> catalogue, Household home, boolean broadband) {
        this.dice = dice;
        this.catalogue = catalogue;
        this.home = home;
        this.broadband = broadband;
    }

    /** The activities of the next visit, at least one; of the year in which it takes place. */
    List<Activity> next(int year) {
        if (dice.chance(0.06)) {
            return List.of(activity("DEVICE", null, Outcome.ABSENT));
        }
        List<Activity> activities = new ArrayList<>();
        WITH_THE_HOUSEHOLD.forEach(topic -> talk(topic, null, year, activities));
        for (Resident resident : present(year)) {
            List<Activity> own = new ArrayList<>();
            WITH_A_PERSON.forEach(topic -> talk(topic, resident, year, own));
            activities.addAll(own.subList(0, Math.min(own.size(), MOST_FOR_A_PERSON)));
            own.stream().skip(MOST_FOR_A_PERSON).forEach(untold -> forget(resident, untold));
        }
        return activities.isEmpty() ? List.of(activity("DEVICE", null, Outcome.ABSENT)) : List.copyOf(activities);
    }

    private List<Resident> present(int year) {
        List<Resident> able = home.residents().stream()
                .filter(resident -> age(resident, year) >= YOUNGEST)
                .toList();
        return dice.shuffled(able).subList(0, Math.min(able.size(), dice.between(1, 3)));
    }

    private static int age(Resident resident, int year) {
        return resident.birthYear() == null ? 0 : year - resident.birthYear();
    }

    private void talk(Topic topic, @Nullable Resident resident, int year, List<Activity> activities) {
        Service service = catalogue.get(topic.service());
        if (service == null || !isOpen(service, resident, year) || !dice.chance(topic.chance())) {
            return;
        }
        Outcome outcome = outcome(service, resident, year);
        if (outcome == Outcome.ACHIEVED) {
            achievedBy(resident).add(service.code());
        }
        activities.add(activity(service.code(), resident == null ? null : resident.id(), outcome));
    }

    private void forget(Resident resident, Activity untold) {
        achievedBy(resident).remove(untold.service());
    }

    private Set<String> achievedBy(@Nullable Resident resident) {
        return resident == null ? achievedByHousehold : achieved.computeIfAbsent(resident.id(), id -> new HashSet<>());
    }

    /** Eligible, and not achieved yet. */
    private boolean isOpen(Service service, @Nullable Resident resident, int year) {
        Eligibility rule = service.eligible();
        Set<String> before = achievedBy(resident);
        return !before.contains(service.code())
                && (rule.after() == null || before.contains(rule.after()))
                && (rule.minAge() == null || resident == null || age(resident, year) >= rule.minAge())
                && (!rule.pupilsOnly() || (resident != null && resident.pupil()))
                && (rule.classifications().isEmpty() || isClassified(rule.classifications()));
    }

    private boolean isClassified(List<String> wanted) {
        return home.classifications().stream().map(Classification::name).anyMatch(wanted::contains);
    }

    private Outcome outcome(Service service, @Nullable Resident resident, int year) {
        if (dice.chance(ease(resident, year))) {
            return Outcome.ACHIEVED;
        }
        Outcome drawn = dice.weighted(
                List.of(Outcome.ASSISTED, Outcome.REFERRED, Outcome.REFUSED, Outcome.BLOCKED, Outcome.ABSENT),
                45,
                15,
                15,
                20,
                5);
        return service.outcomes().contains(drawn) ? drawn : Outcome.REFUSED;
    }

    /** The old take longer; so does a hamlet without a signal. */
    private double ease(@Nullable Resident resident, int year) {
        double ease = 0.75;
        if (resident != null) {
            int age = age(resident, year);
            ease = age < 14 ? 0.7 : age <= 35 ? 0.85 : age <= 55 ? 0.72 : age <= 70 ? 0.55 : 0.35;
        }
        return broadband ? ease : ease * 0.6;
    }

    private Activity activity(String code, @Nullable ResidentId resident, Outcome outcome) {
        BlockReason reason = outcome == Outcome.BLOCKED ? reason(code) : null;
        String note = outcome == Outcome.ASSISTED && dice.chance(0.25) ? dice.pick(NEXT_TIME) : null;
        return new Activity(code, resident, outcome, step(code, outcome), reason, null, note);
    }

    private @Nullable String step(String code, Outcome outcome) {
        Service service = catalogue.get(code);
        if (service == null || service.steps().isEmpty()) {
            return null;
        }
        if (outcome == Outcome.ACHIEVED) {
            return service.alternatives()
                    ? (dice.chance(0.8)
                            ? service.steps().get(0)
                            : service.steps().get(1))
                    : service.steps().get(service.steps().size() - 1);
        }
        return outcome == Outcome.REFERRED && service.steps().contains("referred") ? "referred" : null;
    }

    private BlockReason reason(String code) {
        if (!broadband && dice.chance(0.6)) {
            return BlockReason.NO_SIGNAL;
        }
        if (code.startsWith("VNEID")) {
            return dice.pick(List.of(BlockReason.NO_PHONE, BlockReason.NO_PAPER, BlockReason.POLICE_APPOINTMENT));
        }
        return code.startsWith("PAY")
                ? dice.pick(List.of(BlockReason.NO_PHONE, BlockReason.BANK_BRANCH, BlockReason.NO_PAPER))
                : dice.pick(List.of(BlockReason.NO_PHONE, BlockReason.NO_SIGNAL, BlockReason.OTHER));
    }
}
