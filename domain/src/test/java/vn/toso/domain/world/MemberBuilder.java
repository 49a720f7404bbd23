package vn.toso.domain.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.text.Vietnamese;

/** A member in the making: active, a team member, signed in as the subject of the own name. */
public final class MemberBuilder {

    private final String name;
    private final List<AreaId> areas = new ArrayList<>();
    private Role role = Role.TEAM_MEMBER;
    private MemberStatus status = MemberStatus.ACTIVE;
    private @Nullable String subject;
    private @Nullable String phone;

    private MemberBuilder(String name) {
        this.name = name;
        this.subject = "subject " + name;
    }

    public static MemberBuilder aMember(String name) {
        return new MemberBuilder(name);
    }

    public MemberBuilder in(AreaId... homes) {
        areas.addAll(List.of(homes));
        return this;
    }

    public MemberBuilder as(Role what) {
        this.role = what;
        return this;
    }

    public MemberBuilder status(MemberStatus stands) {
        this.status = stands;
        return this;
    }

    public MemberBuilder subject(@Nullable String bound) {
        this.subject = bound;
        return this;
    }

    public MemberBuilder phone(String number) {
        this.phone = number;
        return this;
    }

    public Member build() {
        return new Member(
                Names.member(name),
                Revision.NONE,
                name,
                phone,
                role,
                List.copyOf(areas),
                subject,
                status,
                null,
                Vietnamese.sortKey(name),
                Vietnamese.searchWords(List.of(name)),
                false);
    }
}
