package vn.toso.domain.team;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.team.Team.Position;
import vn.toso.domain.team.Team.Seat;
import vn.toso.domain.text.Wording;

/**
 * What people may say of a team.
 *
 * @param name null or blank for the usual name, which follows from the area
 * @param decision the founding decision; null when not on file
 * @param members at most one of them the head
 */
public record TeamForm(@Nullable String name, Team.@Nullable Decision decision, List<Seat> members) {

    /** More members than any team has. */
    static final int MOST_MEMBERS = 60;

    private static final int LONGEST_NUMBER = 60;

    public TeamForm {
        members = List.copyOf(members);
    }

    /** What is said of a team now: what a change starts from. */
    public static TeamForm of(Team team) {
        return new TeamForm(team.name(), team.decision(), team.members());
    }

    /** The form as it is kept, the head first, with what is wrong with it by itself noted. */
    TeamForm checked(String usualName, FieldErrors errors) {
        String checkedName = name == null || name.isBlank() ? usualName : Wording.name(name, "/name", errors);
        errors.check(members.size() <= MOST_MEMBERS, "/members", "too-many", MOST_MEMBERS);
        long heads = members.stream()
                .filter(seat -> seat.position() == Position.HEAD)
                .count();
        errors.check(heads <= 1, "/members", "one-head");
        checkEachOnce(errors);
        List<Seat> ordered =
                members.stream().sorted(Comparator.comparing(Seat::position)).toList();
        return new TeamForm(checkedName, checkedDecision(errors), ordered);
    }

    private void checkEachOnce(FieldErrors errors) {
        Set<MemberId> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            errors.check(seen.add(members.get(i).memberId()), "/members/" + i + "/memberId", "duplicate");
        }
    }

    private Team.@Nullable Decision checkedDecision(FieldErrors errors) {
        if (decision == null) {
            return null;
        }
        String number = Wording.text(decision.number(), "/decision/number", LONGEST_NUMBER, errors);
        errors.require(number, "/decision/number");
        return number == null ? null : new Team.Decision(number, decision.date());
    }
}
