package vn.toso.domain.world;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.HeldWork.State;
import vn.toso.domain.sync.Refusal;
import vn.toso.domain.sync.Verdict;
import vn.toso.domain.team.Member;

/** Work in the quarantine in the making: of Thủy's in Lan's hamlet, received at {@link TestWorld#NOW}, waiting for a leader. */
public final class HeldWorkBuilder {

    private final MutationId id;
    private final String body;
    private AreaId hamlet = TestWorld.XOM_1.id();
    private Member sender = TestWorld.THUY;
    private Instant receivedAt = TestWorld.NOW;
    private State state = State.PENDING;
    private @Nullable String reason;

    private HeldWorkBuilder(MutationId id, String body) {
        this.id = id;
        this.body = body;
    }

    /** @param body JSON; work that says the same is the same work */
    public static HeldWorkBuilder heldWork(String body) {
        return new HeldWorkBuilder(new MutationId(Names.uuid("held " + body)), body);
    }

    public HeldWorkBuilder in(AreaId place) {
        this.hamlet = place;
        return this;
    }

    public HeldWorkBuilder by(Member who) {
        this.sender = who;
        return this;
    }

    public HeldWorkBuilder receivedAt(Instant moment) {
        this.receivedAt = moment;
        return this;
    }

    public HeldWorkBuilder accepted() {
        this.state = State.ACCEPTED;
        return this;
    }

    public HeldWorkBuilder rejected(String why) {
        this.state = State.REJECTED;
        this.reason = why;
        return this;
    }

    public HeldWork build() {
        boolean decided = state != State.PENDING;
        return new HeldWork(
                id,
                Revision.NONE,
                hamlet,
                sender.id(),
                new UUID(0, 7),
                "visit.record",
                body,
                null,
                null,
                Verdict.QUARANTINED,
                new Refusal("not-found", "not-found.household", List.of()),
                state,
                receivedAt,
                decided ? TestWorld.HOA.id() : null,
                decided ? receivedAt : null,
                reason);
    }
}
