package vn.toso.domain.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.problem.FieldErrors;

/** Moves a household to another hamlet: the phones of the old one drop it, those of the new one get it. */
public final class TransferHousehold {

    /** @param on first day in the new hamlet; null for today */
    public record Command(
            @Nullable AreaId hamletId, @Nullable LocalDate on) {}

    private final Households households;
    private final AreaTrees trees;
    private final Clock clock;
    private final Amendment<Household> amendment;

    public TransferHousehold(Households households, AreaTrees trees, Clock clock) {
        this.households = households;
        this.trees = trees;
        this.clock = clock;
        this.amendment = new Amendment<>(households.collection());
    }

    /**
     * Emits the household as stored. {@code not-found}: the household or the hamlet is out of scope; {@code invalid} at
     * {@code /on}: a day to come, or before the household came to where it lives. To where it lives already nothing moves.
     *
     * @param expected the version the caller saw; null for any
     */
    public Mono<Household> transfer(Actor actor, HouseholdId id, @Nullable Long expected, Command command) {
        return Mono.fromRunnable(() -> actor.require(Permission.TRANSFER_HOUSEHOLDS))
                .then(amendment.make(
                        actor, households.get(actor, id), expected, current -> moved(actor, current, command)));
    }

    private Household moved(Actor actor, Household household, Command command) {
        LocalDate today = Days.today(clock);
        LocalDate on = command.on() == null ? today : command.on();
        LocalDate since = household.stays().get(household.stays().size() - 1).from();
        FieldErrors errors = new FieldErrors();
        errors.require(command.hamletId(), "/hamletId");
        errors.check(!on.isAfter(today) && !on.isBefore(since), "/on", "range", since, today);
        errors.throwIfAny();
        Hamlets.require(actor, trees.current(), command.hamletId(), today);
        AreaId to = Objects.requireNonNull(command.hamletId());
        return to.equals(household.hamletId()) ? household : household.movedTo(to, stays(household, to, on));
    }

    /** A stay that would not last a day is none; who comes back the day they left never left. */
    private static List<Stay> stays(Household household, AreaId to, LocalDate on) {
        List<Stay> stays = new ArrayList<>(household.stays());
        Stay last = stays.remove(stays.size() - 1);
        if (last.from().isBefore(on)) {
            stays.add(new Stay(last.hamletId(), last.from(), on));
        }
        LocalDate from = isBack(stays, to, on) ? stays.remove(stays.size() - 1).from() : on;
        stays.add(new Stay(to, from, null));
        return List.copyOf(stays);
    }

    private static boolean isBack(List<Stay> stays, AreaId to, LocalDate on) {
        if (stays.isEmpty()) {
            return false;
        }
        Stay last = stays.get(stays.size() - 1);
        return last.hamletId().equals(to) && on.equals(last.to());
    }
}
