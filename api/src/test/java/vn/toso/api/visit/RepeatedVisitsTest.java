package vn.toso.api.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.AtOnce;
import vn.toso.api.Caller;
import vn.toso.api.Documents;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.api.coverage.Counted;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class RepeatedVisitsTest {

    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    @Autowired
    Documents documents;

    @Test
    void fifty_at_the_same_instant_make_one_visit_that_counts_once() throws Exception {
        Household home = world.put(aHousehold("Vi Văn Thông")
                        .id(new HouseholdId(IDS.next()))
                        .with(aResident("Lô Thị Xuân").id(new ResidentId(IDS.next()))))
                .get(0);
        VisitBody visit = aVisit().to(home).achieved("SAFE", home.residents().get(0));
        String coverage = "/v1/coverage?service=SAFE&area=" + TestWorld.XOM_1.id();
        long achieved = Counted.by(api.as("lan"), coverage).at("/area/achieved").asLong();
        Object body = visit.json();
        Caller lan = api.as("lan");

        List<Reply> replies =
                AtOnce.run(Stream.generate(() -> lan).limit(50).map(caller -> () -> caller.posts("/v1/visits", body)));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(49);
        assertThat(replies.stream()
                        .map(reply -> new String(reply.bytes(), UTF_8))
                        .distinct())
                .hasSize(1);
        assertThat(documents.count("visits", "_id", UUID.fromString(visit.id())))
                .isEqualTo(1);
        assertThat(documents.count("changes", "entity", UUID.fromString(visit.id())))
                .isEqualTo(1);
        assertThat(Counted.by(lan, coverage).at("/area/achieved").asLong()).isEqualTo(achieved + 1);
    }
}
