package vn.toso.api.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.api.security.DemoIssuer;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;

/** Those who sign in with the demo's own issuer. */
@Component
@ConditionalOnBooleanProperty("toso.demo")
final class DemoPeople {

    private static final int MOST = 500;
    private static final String BY_NAME = "^" + DemoIssuer.SUBJECT + "[^-]+$";
    private static final String BY_PLACE = "^" + DemoIssuer.SUBJECT + ".*-";

    private final Members members;
    private final AreaTrees trees;

    DemoPeople(Members members, AreaTrees trees) {
        this.members = members;
        this.trees = trees;
    }

    /** At most 500: those whom the tour names first, then whoever is called by the place. */
    Flux<DemoPerson> list() {
        return Flux.concat(members.withSubject(BY_NAME, MOST), members.withSubject(BY_PLACE, MOST))
                .take(MOST)
                .map(this::person);
    }

    Mono<DemoPerson> get(String handle) {
        return members.findBySubject(DemoIssuer.SUBJECT + handle)
                .map(this::person)
                .switchIfEmpty(Mono.error(() -> Problem.invalid("/member", "demo-person")));
    }

    private DemoPerson person(Member member) {
        String handle = String.valueOf(member.subject()).substring(DemoIssuer.SUBJECT.length());
        String area = member.areas().stream()
                .flatMap(id -> trees.current().find(id).stream())
                .findFirst()
                .map(Area::fullName)
                .orElse("");
        return new DemoPerson(handle, member.name(), member.role(), area);
    }
}
