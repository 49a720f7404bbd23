package vn.toso.notifications.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.id.NoticeId;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.Notices;

/** Leaves notices for delivery as soon as the change log tells of them, and takes back those that were read or withdrawn. */
public final class EnqueueNotices implements ChangeListener {

    private final Notices notices;
    private final Outbox outbox;
    private final Clock clock;

    public EnqueueNotices(Notices notices, Outbox outbox, Clock clock) {
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pushes";
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        List<NoticeId> told = changes.stream()
                .filter(change -> change.kind().equals(Notices.KIND))
                .map(change -> new NoticeId(change.entity()))
                .distinct()
                .toList();
        return told.isEmpty()
                ? Mono.empty()
                : notices.findAll(told)
                        .filter(this::isFresh)
                        .collect(Collectors.partitioningBy(Notice::isUnread))
                        .flatMap(this::carryOn);
    }

    private Mono<Void> carryOn(Map<Boolean, List<Notice>> byUnread) {
        List<NoticeId> settled =
                byUnread.getOrDefault(false, List.of()).stream().map(Notice::id).toList();
        return outbox.withdraw(settled).then(outbox.enqueue(byUnread.getOrDefault(true, List.of())));
    }

    /** A log that is read anew must not ring for what is long past. */
    private boolean isFresh(Notice notice) {
        Instant written = notice.revision().updatedAt();
        return written.isAfter(clock.instant().minus(Push.LIFE));
    }
}
