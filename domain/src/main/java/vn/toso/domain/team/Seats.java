package vn.toso.domain.team;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.team.Team.Seat;

/** Who may take a seat in a team: whoever the actor sees and who has not left. */
final class Seats {

    private final Members members;

    Seats(Members members) {
        this.members = members;
    }

    /**
     * Completes, or fails with {@code invalid} {@code unknown-member} at each seat of a stranger.
     *
     * @param kept seats that the team has already; they may stay
     */
    Mono<Void> check(Actor actor, List<Seat> seats, List<Seat> kept) {
        Set<MemberId> newcomers =
                new HashSet<>(seats.stream().map(Seat::memberId).toList());
        kept.forEach(seat -> newcomers.remove(seat.memberId()));
        return members.findAll(actor, newcomers)
                .filter(member -> member.status() != MemberStatus.LEFT)
                .map(Member::id)
                .collectList()
                .flatMap(known -> refuse(seats, newcomers, Set.copyOf(known)));
    }

    private static Mono<Void> refuse(List<Seat> seats, Set<MemberId> newcomers, Set<MemberId> known) {
        FieldErrors errors = new FieldErrors();
        for (int i = 0; i < seats.size(); i++) {
            MemberId id = seats.get(i).memberId();
            errors.check(
                    !newcomers.contains(id) || known.contains(id), "/members/" + i + "/memberId", "unknown-member");
        }
        return errors.isEmpty() ? Mono.empty() : Mono.error(() -> Problem.invalid(errors.list()));
    }
}
