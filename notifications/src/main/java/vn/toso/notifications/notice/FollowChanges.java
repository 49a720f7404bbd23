package vn.toso.notifications.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;

/** Makes notices of changes: of hundreds with one read per kind and one insert. Made again they are the same ones. */
public final class FollowChanges implements ChangeListener {

    private static final int TOGETHER = 500;

    private final List<Teller> tellers;
    private final NoticeRules rules;
    private final Notices notices;

    public FollowChanges(
            Notices notices,
            NoticeRules rules,
            Tasks tasks,
            Teams teams,
            Campaigns campaigns,
            Quarantine quarantine,
            Members members,
            AreaTrees trees,
            Clock clock) {
        this.notices = notices;
        this.rules = rules;
        this.tellers = List.of(
                new TellOfTasks(tasks, teams, notices, trees),
                new TellOfCampaigns(campaigns, new CampaignTasks(tasks), notices),
                new TellOfHeldWork(quarantine, members, trees, clock));
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        Map<String, Set<UUID>> changed =
                changes.stream().collect(groupingBy(Change::kind, mapping(Change::entity, toSet())));
        List<Teller> concerned = tellers.stream()
                .filter(teller -> changed.containsKey(teller.kind()))
                .toList();
        return concerned.isEmpty() ? Mono.empty() : rules.current().flatMap(book -> tell(concerned, changed, book));
    }

    private Mono<Void> tell(List<Teller> concerned, Map<String, Set<UUID>> changed, RuleBook book) {
        return Flux.fromIterable(concerned)
                .concatMap(teller -> teller.tell(changed.getOrDefault(teller.kind(), Set.of()), book))
                .buffer(TOGETHER)
                .concatMap(notices::insertNew)
                .then();
    }
}
