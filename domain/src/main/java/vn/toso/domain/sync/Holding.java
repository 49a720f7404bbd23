package vn.toso.domain.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;

/**
 * What a member's phone is to hold, in one of its versions. A token names the version, so the server knows exactly what
 * enters and what leaves when the next one differs.
 *
 * @param id member and version
 * @param version 1 for the first, one more whenever it differs
 * @param extent what follows from the member's role and home areas
 * @param company what follows from teams and members
 * @param since when this version was made
 */
public record Holding(
        @BsonId String id, MemberId memberId, long version, Extent extent, Company company, Instant since) {

    /**
     * Where somebody works.
     *
     * @param hamlets whose documents are held
     * @param areas those shown: the hamlets and what stands above them
     */
    public record Extent(Role role, List<AreaId> hamlets, List<AreaId> areas) {}

    /**
     * With whom somebody works.
     *
     * @param own the teams somebody belongs to
     * @param teams all teams shown
     */
    public record Company(List<TeamId> own, List<TeamId> teams, List<MemberId> people) {

        static final Company NONE = new Company(List.of(), List.of(), List.of());
    }

    static Holding of(MemberId member, long version, Extent extent, Company company, Instant since) {
        return new Holding(member + ":" + version, member, version, extent, company, since);
    }

    /** Each once, in one order. */
    static <I extends Id> List<I> sorted(Collection<I> ids) {
        return ids.stream().distinct().sorted(Comparator.comparing(Id::value)).toList();
    }

    /** Those of the first that are not among the second, in the first's order. */
    static <I> List<I> without(List<I> ids, List<I> others) {
        Set<I> known = new HashSet<>(others);
        return ids.stream().filter(id -> !known.contains(id)).toList();
    }
}
