package vn.toso.notifications.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.NoticeId;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.notifications.device.Device;
import vn.toso.notifications.device.Devices;

/** Looks how things stand for pushes in hand, decides, and notes what does not go out. */
final class Survey {

    private final Pushes pushes;
    private final Devices devices;
    private final Members members;
    private final DeliveryRules rules;
    private final PushMeters meters;

    Survey(Pushes pushes, Devices devices, Members members, DeliveryRules rules, PushMeters meters) {
        this.pushes = pushes;
        this.devices = devices;
        this.members = members;
        this.rules = rules;
        this.meters = meters;
    }

    /** Emits what is to go out; all else is noted by then. */
    Mono<Post.Batch> plan(Claim claim, Instant now) {
        return circumstances(claim, now)
                .map(here -> Plan.of(claim.pushes(), here))
                .flatMap(plan -> note(claim, plan));
    }

    private Mono<Post.Batch> note(Claim claim, Plan plan) {
        meters.marks(plan.marks());
        return pushes.mark(claim.id(), plan.marks())
                .then(pushes.merge(plan.summaries(), plan.merged()))
                .thenReturn(new Post.Batch(claim.id(), plan.going()));
    }

    private Mono<Circumstances> circumstances(Claim claim, Instant now) {
        Set<DeviceId> phones = claim.pushes().stream().map(Push::device).collect(toSet());
        Set<MemberId> people = claim.pushes().stream().map(Push::member).collect(toSet());
        return Mono.zip(
                        rules.current(),
                        devices.findAll(phones).collectMap(Device::id),
                        active(people),
                        rung(claim, people, now),
                        held(claim))
                .map(all -> new Circumstances(all.getT1(), all.getT2(), all.getT3(), all.getT4(), all.getT5(), now));
    }

    private Mono<Set<MemberId>> active(Set<MemberId> people) {
        return members.collection()
                .findAll(List.copyOf(people))
                .filter(Member::isActive)
                .map(Member::id)
                .collect(toSet());
    }

    private Mono<Map<MemberId, Set<NoticeId>>> rung(Claim claim, Set<MemberId> people, Instant now) {
        return pushes.rungOn(Days.of(now).toString(), people, claim.id())
                .collect(groupingBy(Pushes.Rung::member, mapping(Pushes.Rung::notice, toSet())));
    }

    private Mono<Map<String, Pushes.Held>> held(Claim claim) {
        Set<DeviceId> phones =
                claim.pushes().stream().filter(Push::isHeld).map(Push::device).collect(toSet());
        return phones.isEmpty()
                ? Mono.just(Map.of())
                : pushes.heldOf(phones).collectMap(held -> Push.summaryId(held.device(), held.heldUntil()));
    }
}
