package vn.toso.domain.team;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Listed;
import vn.toso.domain.text.Vietnamese;

/**
 * A user of Tổ Số.
 *
 * @param phone ten digits, or null
 * @param areas home areas: what somebody sees is what lies under them today
 * @param subject the {@code sub} of the identity provider; null until the first sign-in
 * @param invitation the open invitation; null once used
 * @param sortKey {@code Vietnamese.sortKey} of the name: the order of lists
 * @param words what it is found by: {@code Vietnamese.searchWords} of the name
 * @param generated true for a person of the demo
 */
public record Member(
        @BsonId MemberId id,
        Revision revision,
        String name,
        @Nullable String phone,
        Role role,
        List<AreaId> areas,
        @Nullable String subject,
        MemberStatus status,
        @Nullable Invitation invitation,
        String sortKey,
        List<String> words,
        boolean generated)
        implements Versioned<Member>, Listed {

    /**
     * @param codeHash SHA-256 of the code in hexadecimal; the code itself is shown once and not kept
     * @param expiresAt from when on it is void
     */
    public record Invitation(String codeHash, Instant expiresAt) {}

    public boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }

    /** The same member with what is said now, normalised before. */
    Member saying(MemberForm form) {
        String said = Objects.requireNonNull(form.name());
        return new Member(
                id,
                revision,
                said,
                form.phone(),
                Objects.requireNonNull(form.role()),
                form.areas(),
                subject,
                status,
                invitation,
                Vietnamese.sortKey(said),
                Vietnamese.searchWords(List.of(said)),
                generated);
    }

    /** The same member where the membership stands now. */
    Member standing(MemberStatus nextStatus, @Nullable String nextSubject, @Nullable Invitation nextInvitation) {
        return new Member(
                id,
                revision,
                name,
                phone,
                role,
                areas,
                nextSubject,
                nextStatus,
                nextInvitation,
                sortKey,
                words,
                generated);
    }

    @Override
    public MemberId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    @Override
    public Member revised(Revision next) {
        return new Member(id, next, name, phone, role, areas, subject, status, invitation, sortKey, words, generated);
    }
}
