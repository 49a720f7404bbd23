package vn.toso.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;

/** How campaigns are found, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignIndexTest {

    private CampaignWorld world;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        world = new CampaignWorld("CampaignIndex");
        List<Campaign> campaigns = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            campaigns.add(campaign(i));
        }
        await(Mono.from(world.campaigns.collection().documents().insertMany(campaigns)));
    }

    @AfterAll
    void close() {
        if (world != null) {
            world.close();
        }
    }

    private static Campaign campaign(int i) {
        AreaId area = i % 100 == 0 ? MINH_HOP.id() : Names.area("commune " + i % 130);
        return new Campaign(
                new CampaignId(Names.uuid("campaign " + i)),
                Revision.NONE,
                "Đợt " + i,
                List.of("PAY_BILL"),
                List.of(area),
                TODAY,
                TODAY.plusDays(9),
                null,
                ShareRule.EVENLY,
                i % 300 == 0 ? CampaignState.RUNNING : CampaignState.ENDED,
                HOA.id(),
                TestWorld.NOW,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private static void assertUses(String index, Publisher<Document> explained) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(() ->
                assertThat(await(Mono.from(explained)).toJson()).contains(index).doesNotContain("COLLSCAN"));
    }

    @Test
    void campaigns_are_found_by_an_index() {
        assertUses("state_1_to_1", world.campaigns.statementAtWork().explain());
        assertUses(
                "areaIds_1__id_-1",
                world.campaigns.statement(actor(HOA), null, 51, null).explain());
    }
}
