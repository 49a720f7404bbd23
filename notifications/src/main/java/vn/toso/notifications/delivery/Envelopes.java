package vn.toso.notifications.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.notifications.delivery.Plan.Going;
import vn.toso.notifications.device.Platform;
import vn.toso.notifications.notice.NoticeKind;
import vn.toso.notifications.notice.NoticeText;
import vn.toso.notifications.notice.NoticeTexts;
import vn.toso.notifications.notice.Notices;

/** Words pushes and packs them: kinds, ids and counts, never a name or what somebody wrote. */
final class Envelopes {

    /** A later one replaces an earlier one on the phone. */
    private static final String SYNC = "sync";

    private static final String SUMMARY = "summary";

    /** What only the store knows of a batch. */
    private record Counts(Map<MemberId, Long> unread, Map<String, Long> merged) {}

    private final Notices notices;
    private final Pushes pushes;
    private final NoticeTexts texts;

    Envelopes(Notices notices, Pushes pushes, NoticeTexts texts) {
        this.notices = notices;
        this.pushes = pushes;
        this.texts = texts;
    }

    /** Emits one message for each push, in their order. */
    Mono<List<Outgoing>> pack(List<Going> going, Instant now) {
        return Mono.zip(unread(going), merged(going), Counts::new)
                .map(counts -> going.stream().map(one -> pack(one, counts, now)).toList());
    }

    /** Only iPhones show a number on the icon that the server says. */
    private Mono<Map<MemberId, Long>> unread(List<Going> going) {
        Set<MemberId> members = going.stream()
                .filter(one ->
                        one.device().platform() == Platform.IOS && !one.push().isSilent())
                .map(one -> one.push().member())
                .collect(Collectors.toSet());
        return members.isEmpty() ? Mono.just(Map.of()) : notices.unreadOf(members);
    }

    private Mono<Map<String, Long>> merged(List<Going> going) {
        Set<DeviceId> devices = going.stream()
                .filter(one -> one.push().isSummary())
                .map(one -> one.push().device())
                .collect(Collectors.toSet());
        return devices.isEmpty()
                ? Mono.just(Map.of())
                : pushes.mergedOf(devices)
                        .collectMap(held -> Push.summaryId(held.device(), held.heldUntil()), Pushes.Held::count);
    }

    private Outgoing pack(Going one, Counts counts, Instant now) {
        Push push = one.push();
        Long unread = counts.unread().get(push.member());
        return new Outgoing(
                one.device().platform(),
                one.token(),
                text(one, counts),
                data(push, counts),
                collapseKey(push),
                push.urgent(),
                Duration.between(now, push.endsAt()),
                unread == null ? null : Math.toIntExact(unread));
    }

    private @Nullable NoticeText text(Going one, Counts counts) {
        Locale language = one.device().language();
        if (one.push().isSummary()) {
            return texts.summary(Math.toIntExact(merged(one.push(), counts)), language);
        }
        return one.push().isSilent() ? null : texts.onScreen(one.push().told(), language);
    }

    private static Map<String, String> data(Push push, Counts counts) {
        if (push.isSummary()) {
            return Map.of("kind", "SUMMARY", "count", Long.toString(merged(push, counts)));
        }
        if (push.isSilent()) {
            return Map.of("kind", NoticeKind.SYNC_WANTED.name());
        }
        return Map.of(
                "kind", Objects.requireNonNull(push.kind()).name(),
                "noticeId", Objects.requireNonNull(push.notice()).toString(),
                "subject", push.subject().toString());
    }

    private static long merged(Push push, Counts counts) {
        return counts.merged().getOrDefault(push.id(), 1L);
    }

    private static String collapseKey(Push push) {
        if (push.isSummary()) {
            return SUMMARY;
        }
        return push.isSilent() ? SYNC : Objects.requireNonNull(push.notice()).toString();
    }
}
