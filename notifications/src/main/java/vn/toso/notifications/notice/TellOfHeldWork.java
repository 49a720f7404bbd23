package vn.toso.notifications.notice;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.team.Members;

/**
 * Work in the quarantine: those who decide hear that somebody's work waits, once an hour for each sender and hamlet
 * however much it is; its sender hears of each decision.
 */
final class TellOfHeldWork implements Teller {

    private final Quarantine quarantine;
    private final Superiors superiors;
    private final AreaTrees trees;

    TellOfHeldWork(Quarantine quarantine, Members members, AreaTrees trees, Clock clock) {
        this.quarantine = quarantine;
        this.superiors = new Superiors(members, trees, clock);
        this.trees = trees;
    }

    @Override
    public String kind() {
        return quarantine.collection().kind();
    }

    @Override
    public Flux<Notice> tell(Collection<UUID> changed, RuleBook rules) {
        return quarantine
                .collection()
                .findAll(changed.stream().map(MutationId::new).toList())
                .collectList()
                .flatMapMany(found -> superiors
                        .above(hamletsOf(found))
                        .flatMapIterable(above -> found.stream()
                                .flatMap(work -> tell(work, above, rules))
                                .toList()));
    }

    private static List<AreaId> hamletsOf(List<HeldWork> found) {
        return found.stream()
                .filter(work -> work.state() == HeldWork.State.PENDING)
                .map(HeldWork::hamletId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Stream<Notice> tell(HeldWork work, Superiors.Hierarchy above, RuleBook rules) {
        return switch (work.state()) {
            case PENDING -> waiting(work, above, rules.of(Occasion.WORK_QUARANTINED));
            case ACCEPTED -> decided(work, rules.of(Occasion.WORK_ACCEPTED));
            case REJECTED -> decided(work, rules.of(Occasion.WORK_REJECTED));
        };
    }

    private Stream<Notice> waiting(HeldWork work, Superiors.Hierarchy above, NoticeRule rule) {
        AreaId hamlet = work.hamletId();
        if (hamlet == null) {
            return Stream.empty();
        }
        String occasion = hamlet + ":" + work.receivedAt().truncatedTo(ChronoUnit.HOURS);
        return Arrays.stream(Recipient.values())
                .filter(rule::tells)
                .flatMap(recipient -> above.of(recipient, hamlet).stream())
                .map(superior -> superior.member().id())
                .filter(member -> !member.equals(work.memberId()))
                .map(member -> Notice.of(
                        member,
                        NoticeKind.WORK_QUARANTINED,
                        work.memberId().value(),
                        occasion,
                        Fact.at(trees.current(), hamlet),
                        rule.urgent(),
                        work.receivedAt()));
    }

    private static Stream<Notice> decided(HeldWork work, NoticeRule rule) {
        boolean byThemselves = work.memberId().equals(work.resolvedBy());
        if (byThemselves || !rule.tells(Recipient.SENDER)) {
            return Stream.empty();
        }
        return Stream.of(Notice.of(
                work.memberId(),
                rule.code().kind(),
                work.id().value(),
                work.state().name(),
                Map.of(Fact.MUTATION, work.id().toString()),
                rule.urgent(),
                Objects.requireNonNullElse(work.resolvedAt(), work.receivedAt())));
    }
}
