package vn.toso.api.team;

import org.springframework.stereotype.Component;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.team.Member;

/** A member, the phone number only for whom it is meant. */
@Component
final class MemberView implements DocumentView<Member> {

    private final MemberMapper mapper;

    MemberView(MemberMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Class<Member> type() {
        return Member.class;
    }

    @Override
    public Object of(Actor actor, Member document) {
        return mapper.toResponse(document, actor);
    }
}
