package vn.toso.api.security;

import static com.mongodb.client.model.Filters.eq;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Scope;
import vn.toso.domain.storage.Store;
import vn.toso.domain.team.Member;

/** From the subject of a token to the member whom it is bound to. */
@Component
final class Membership {

    private final Store store;

    Membership(Store store) {
        this.store = store;
    }

    Mono<SignedIn> of(String subject) {
        return Mono.from(store.collection("members", Member.class)
                        .find(eq("subject", subject))
                        .first())
                .map(member -> signedIn(subject, member))
                .defaultIfEmpty(SignedIn.nobody(subject, "unbound"));
    }

    private static SignedIn signedIn(String subject, Member member) {
        return member.isActive()
                ? SignedIn.member(subject, new Actor(member.id(), member.role(), Scope.all()))
                : SignedIn.nobody(subject, "inactive");
    }
}
