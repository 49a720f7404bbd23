package vn.toso.domain.team;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.text.Wording;

/**
 * What people may say of a member.
 *
 * @param phone any way of writing a mobile number; null when there is none
 * @param areas home areas
 */
public record MemberForm(
        @Nullable String name,
        @Nullable String phone,
        @Nullable Role role,
        List<AreaId> areas) {

    /** More home areas than anybody looks after. */
    static final int MOST_AREAS = 50;

    public MemberForm {
        areas = List.copyOf(areas);
    }

    /** What is said of a member now: what a change starts from. */
    public static MemberForm of(Member member) {
        return new MemberForm(member.name(), member.phone(), member.role(), member.areas());
    }

    /** The form as it is kept, with what is wrong with it by itself noted. */
    MemberForm checked(FieldErrors errors) {
        String checkedName = Wording.name(name, "/name", errors);
        String checkedPhone = Wording.phone(phone, "/phone", errors);
        errors.require(role, "/role");
        errors.check(!areas.isEmpty(), "/areas", "required");
        errors.check(areas.size() <= MOST_AREAS, "/areas", "too-many", MOST_AREAS);
        return new MemberForm(
                checkedName, checkedPhone, role, areas.stream().distinct().toList());
    }
}
