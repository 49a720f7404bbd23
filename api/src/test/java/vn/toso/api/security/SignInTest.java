package vn.toso.api.security;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;

@ApiTest
class SignInTest {

    @Autowired
    private Api api;

    @Test
    void strangersAreTurnedAway() {
        api.asNobody().gets("/v1/me").isProblem(401, "unauthenticated");
    }

    @Test
    void somebodyUnknownIsToldToBind() {
        api.as("nobody-knows").gets("/v1/me").isProblem(403, "forbidden");
    }

    @Test
    void unknownPathsAreNotFoundForMembers() {
        api.asLan().gets("/v1/nothing").isProblem(404, "not-found");
    }
}
