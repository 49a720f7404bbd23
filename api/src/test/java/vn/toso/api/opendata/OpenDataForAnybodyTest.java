package vn.toso.api.opendata;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;

@ApiTest
@DirtiesContext
@TestPropertySource(properties = "toso.open-data.public=true")
class OpenDataForAnybodyTest {

    @Autowired
    private Api api;

    @Test
    void an_operator_opens_these_figures_and_nothing_else() {
        api.asNobody().gets("/v1/open-data/coverage").is(200);
        api.asNobody().gets("/v1/coverage").isProblem(401, "unauthenticated");
        api.asNobody().gets("/v1/exports/coverage").isProblem(401, "unauthenticated");
    }
}
