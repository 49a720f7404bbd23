package vn.toso.domain.team;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.storage.Revision;

/**
 * A community digital-technology team (tổ công nghệ số cộng đồng).
 *
 * @param level {@code COMMUNE} or {@code HAMLET}
 * @param decision the founding decision; null when not on file
 * @param members who belongs to it, the head first
 */
public record Team(
        @BsonId TeamId id,
        Revision revision,
        AreaLevel level,
        AreaId areaId,
        String name,
        @Nullable Decision decision,
        List<Seat> members,
        boolean generated)
        implements Versioned<Team> {

    /** A decision (quyết định) by its number and date. */
    public record Decision(String number, LocalDate date) {}

    public record Seat(MemberId memberId, Position position) {}

    /** tổ trưởng, tổ phó, thành viên. */
    public enum Position {
        HEAD,
        DEPUTY,
        MEMBER
    }

    public boolean has(MemberId member) {
        return members.stream().anyMatch(seat -> seat.memberId().equals(member));
    }

    /** The same team with what is said now, normalised before. */
    Team saying(String said, TeamForm form) {
        return new Team(id, revision, level, areaId, said, form.decision(), form.members(), generated);
    }

    @Override
    public TeamId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        return level == AreaLevel.HAMLET ? areaId : null;
    }

    @Override
    public Team revised(Revision next) {
        return new Team(id, next, level, areaId, name, decision, members, generated);
    }
}
