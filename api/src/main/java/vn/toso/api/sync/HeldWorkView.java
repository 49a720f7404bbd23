package vn.toso.api.sync;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.toso.api.json.StrictReader;
import vn.toso.api.problem.Sentences;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.sync.HeldWork;

/** Held work as its sender and leaders read it. */
@Component
final class HeldWorkView implements DocumentView<HeldWork> {

    private final StrictReader strict;
    private final Sentences sentences;

    HeldWorkView(StrictReader strict, Sentences sentences) {
        this.strict = strict;
        this.sentences = sentences;
    }

    @Override
    public Class<HeldWork> type() {
        return HeldWork.class;
    }

    /** In Vietnamese: what a phone keeps doesn't change with who asks. */
    @Override
    public Object of(Actor actor, HeldWork held) {
        return inWords(actor, held, new HttpHeaders());
    }

    HeldWorkResponse inWords(Actor actor, HeldWork held, HttpHeaders request) {
        return new HeldWorkResponse(
                held.id(),
                hamletTold(actor, held),
                held.memberId(),
                held.deviceId(),
                held.kind(),
                held.at(),
                held.baseVersion(),
                strict.tree(held.body()),
                held.verdict().word(),
                sentences.inWords(held.problem().problem(), request),
                held.state(),
                held.receivedAt(),
                held.resolvedBy(),
                held.resolvedAt(),
                held.reason(),
                held.revision().version());
    }

    /** The sender isn't told where a household lives that is out of the sender's scope, nor so that there is one. */
    private static @Nullable AreaId hamletTold(Actor actor, HeldWork held) {
        AreaId hamlet = held.hamletId();
        return hamlet != null && actor.scope().hasHamlet(hamlet) ? hamlet : null;
    }
}
