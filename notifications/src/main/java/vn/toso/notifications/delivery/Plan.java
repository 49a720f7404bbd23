package vn.toso.notifications.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.NoticeId;
import vn.toso.notifications.device.Device;

/** What is to become of pushes in hand: which go out now, which wait for the morning, which are merged or never go. */
final class Plan {

    /** One that goes out now. */
    record Going(Push push, Device device, String token) {}

    private final Circumstances here;
    private final Map<MemberId, Set<NoticeId>> rung = new HashMap<>();
    private final List<Going> going = new ArrayList<>();
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final Map<String, Pushes.Held> merged = new LinkedHashMap<>();
    private final Map<String, Push> summaries = new LinkedHashMap<>();

    private Plan(Circumstances here) {
        this.here = here;
        here.rung().forEach((member, notices) -> rung.put(member, new HashSet<>(notices)));
    }

    static Plan of(List<Push> pushes, Circumstances circumstances) {
        Plan plan = new Plan(circumstances);
        pushes.forEach(plan::decide);
        return plan;
    }

    List<Going> going() {
        return going;
    }

    /** What becomes of those that don't go out, by the push's id. */
    Map<String, Mark> marks() {
        return marks;
    }

    /** Which phones' held pushes are merged now. */
    List<Pushes.Held> merged() {
        return List.copyOf(merged.values());
    }

    /** What stands for them. */
    List<Push> summaries() {
        return List.copyOf(summaries.values());
    }

    private void decide(Push push) {
        Device device = here.devices().get(push.device());
        String never = whyNever(push, device);
        if (!here.now().isBefore(push.endsAt())) {
            marks.put(push.id(), Mark.GIVEN_UP);
        } else if (never != null || device == null) {
            marks.put(push.id(), Mark.dropped(never == null ? "device" : never));
        } else if (push.isSilent() || push.urgent()) {
            go(push, device);
        } else {
            decideAtLeisure(push, device);
        }
    }

    /** The phone is looked at as it is now: whoever was suspended a second ago is told nothing. */
    private @Nullable String whyNever(Push push, @Nullable Device device) {
        if (device == null || !device.memberId().equals(push.member())) {
            return "device";
        }
        if (!here.active().contains(push.member())) {
            return "member";
        }
        return device.token().isEmpty() ? "token" : null;
    }

    private void decideAtLeisure(Push push, Device device) {
        Optional<Instant> quietUntil = here.settings().quietUntil(here.now());
        if (quietUntil.isPresent()) {
            marks.put(push.id(), Mark.held(quietUntil.get()));
        } else if (push.heldUntil() != null && !isAlone(push, push.heldUntil())) {
            merge(push, push.heldUntil());
        } else if (exceedsLimit(push)) {
            marks.put(push.id(), Mark.held(here.settings().nextMorning(here.now())));
        } else {
            go(push, device);
        }
    }

    /** One that nothing else was held beside says itself what it has to say. */
    private boolean isAlone(Push push, Instant heldUntil) {
        Pushes.Held held = here.held().get(Push.summaryId(push.device(), heldUntil));
        return held != null && held.count() == 1;
    }

    /** Another node may have merged it already; then this changes nothing. */
    private void merge(Push push, Instant heldUntil) {
        String summary = Push.summaryId(push.device(), heldUntil);
        merged.put(summary, new Pushes.Held(push.device(), heldUntil, 0));
        summaries.put(summary, Push.summary(push.device(), push.member(), heldUntil, here.now()));
    }

    /** A notice to several phones counts once, and a summary not at all: it is what the limit asks for. */
    private boolean exceedsLimit(Push push) {
        Set<NoticeId> today = rung.getOrDefault(push.member(), Set.of());
        return !push.isSummary()
                && !today.contains(push.notice())
                && today.size() >= here.settings().dailyLimit();
    }

    /** Who sends a summary sees to it that all is in it, should the node have died that began it. */
    private void go(Push push, Device device) {
        if (push.isSummary()) {
            merged.put(push.id(), new Pushes.Held(push.device(), push.summedUpFrom(), 0));
        }
        if (push.notice() != null && !push.isSilent()) {
            rung.computeIfAbsent(push.member(), member -> new HashSet<>()).add(push.notice());
        }
        going.add(new Going(push, device, device.token().orElseThrow()));
    }
}
