package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.coverage.Coverages.Count;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;

/**
 * Answers how far a campaign has come in the part of it that lies in somebody's scope: its tasks by state, and what was
 * achieved within its window, whoever achieved it.
 */
public final class CampaignProgress {

    /**
     * What happened to one service within the window, in the campaign's hamlets of the scope.
     *
     * @param eligible units in the denominator on the last day looked at: today, or the campaign's last day
     * @param before units that had achieved it by the eve of the window
     * @param achieved units that have achieved it by the last day looked at
     */
    public record Units(String service, long eligible, long before, long achieved) {

        /** Achieved within the window; negative when more was taken back than achieved. */
        public long gained() {
            return achieved - before;
        }
    }

    /**
     * @param former name of the former commune that tells hamlets of one name apart; null for none
     * @param tasks how many stand where
     * @param gained units achieved within the window, all services of the campaign together
     * @param withoutMembers whether nobody is active there, so that its tasks go to the leader
     */
    public record HamletProgress(
            AreaId hamlet,
            String name,
            @Nullable String former,
            Map<TaskState, Long> tasks,
            long gained,
            boolean withoutMembers) {}

    /**
     * @param tasks how many stand where, in all its hamlets of the scope
     * @param units in the order of the campaign's services
     * @param hamlets in the order of lists; those in scope
     * @param asOf everything acknowledged before this moment is counted in {@code units}
     */
    public record Progress(
            Campaign campaign,
            Map<TaskState, Long> tasks,
            List<Units> units,
            List<HamletProgress> hamlets,
            Instant asOf) {

        public long gained() {
            return units.stream().mapToLong(Units::gained).sum();
        }

        /** Achieved of eligible in all services together: what a goal given as a share is held against. */
        public OptionalDouble share() {
            long eligible = units.stream().mapToLong(Units::eligible).sum();
            long achieved = units.stream().mapToLong(Units::achieved).sum();
            return eligible == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) achieved / eligible);
        }

        public long hamletsWithoutMembers() {
            return hamlets.stream().filter(HamletProgress::withoutMembers).count();
        }
    }

    /** What was read. */
    private record Found(
            Map<AreaId, Map<TaskState, Long>> tasks,
            Map<AreaId, Count> before,
            Map<AreaId, Count> after,
            Set<AreaId> staffed) {}

    private final Campaigns campaigns;
    private final CampaignTasks tasks;
    private final Coverages coverages;
    private final Members members;
    private final AreaTrees trees;
    private final CountedUpTo countedUpTo;
    private final Clock clock;

    public CampaignProgress(
            Campaigns campaigns,
            Tasks tasks,
            Coverages coverages,
            Members members,
            AreaTrees trees,
            CountedUpTo countedUpTo,
            Clock clock) {
        this.campaigns = campaigns;
        this.tasks = new CampaignTasks(tasks);
        this.coverages = coverages;
        this.members = members;
        this.trees = trees;
        this.countedUpTo = countedUpTo;
        this.clock = clock;
    }

    /** The progress of a campaign that the actor sees, else {@code not-found}. */
    public Mono<Progress> of(Actor actor, CampaignId id) {
        Instant asOf = countedUpTo.get();
        return campaigns.get(actor, id).flatMap(campaign -> of(actor, campaign, asOf));
    }

    private Mono<Progress> of(Actor actor, Campaign campaign, Instant asOf) {
        LocalDate today = Days.today(clock);
        List<Area> hamlets = hamletsOf(actor, campaign, today);
        List<AreaId> ids = hamlets.stream().map(Area::id).toList();
        LocalDate last = today.isAfter(campaign.to()) ? campaign.to() : today;
        Flux<Count> after = last.equals(today) ? coverages.now(ids, null) : coverages.at(ids, last, null);
        return Mono.zip(
                        tasks.counts(actor, campaign.id()).collectList(),
                        coverages.at(ids, campaign.from().minusDays(1), null).collectMap(Count::hamletId),
                        after.collectMap(Count::hamletId),
                        staffed(ids))
                .map(read -> new Found(byHamlet(read.getT1()), read.getT2(), read.getT3(), read.getT4()))
                .map(found -> toProgress(campaign, hamlets, found, asOf, today));
    }

    private List<Area> hamletsOf(Actor actor, Campaign campaign, LocalDate day) {
        return campaign.areaIds().stream()
                .flatMap(area -> trees.current().hamletsUnder(area, day).stream())
                .filter(hamlet -> actor.scope().hasHamlet(hamlet.id()))
                .distinct()
                .toList();
    }

    private Mono<Set<AreaId>> staffed(List<AreaId> hamlets) {
        return members.activeOf(hamlets)
                .filter(member -> member.role() == Role.TEAM_MEMBER)
                .collect(HashSet::new, (found, member) -> found.addAll(member.areas()));
    }

    private static Map<AreaId, Map<TaskState, Long>> byHamlet(List<CampaignTasks.Count> counts) {
        Map<AreaId, Map<TaskState, Long>> byHamlet = new HashMap<>();
        counts.forEach(
                count -> byHamlet.computeIfAbsent(count.standing().hamletId(), hamlet -> new EnumMap<>(TaskState.class))
                        .merge(count.standing().state(), count.tasks(), Long::sum));
        return byHamlet;
    }

    private Progress toProgress(Campaign campaign, List<Area> hamlets, Found found, Instant asOf, LocalDate day) {
        Map<TaskState, Long> all = new EnumMap<>(TaskState.class);
        found.tasks().values().forEach(states -> states.forEach((state, many) -> all.merge(state, many, Long::sum)));
        List<Units> units = campaign.services().stream()
                .map(service -> new Units(
                        service,
                        sum(found.after().values(), service).eligible(),
                        sum(found.before().values(), service).achieved(),
                        sum(found.after().values(), service).achieved()))
                .toList();
        List<HamletProgress> each = hamlets.stream()
                .map(hamlet -> toProgress(campaign, hamlet, found, day))
                .toList();
        return new Progress(campaign, all, units, each, asOf);
    }

    private HamletProgress toProgress(Campaign campaign, Area hamlet, Found found, LocalDate day) {
        AreaId id = hamlet.id();
        return new HamletProgress(
                id,
                hamlet.fullName(),
                trees.current().formerCommuneOf(id, day).map(Area::fullName).orElse(null),
                found.tasks().getOrDefault(id, Map.of()),
                achieved(campaign, found.after().get(id))
                        - achieved(campaign, found.before().get(id)),
                !found.staffed().contains(id));
    }

    private static long achieved(Campaign campaign, @Nullable Count count) {
        Collection<Count> counts = new ArrayList<>();
        if (count != null) {
            counts.add(count);
        }
        return campaign.services().stream()
                .mapToLong(service -> sum(counts, service).achieved())
                .sum();
    }

    private static Cell sum(Collection<Count> counts, String service) {
        return counts.stream()
                .map(count -> count.services().getOrDefault(service, Cell.EMPTY))
                .reduce(Cell.EMPTY, Cell::plus);
    }
}
