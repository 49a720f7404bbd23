package vn.toso.domain.household;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Invariant.Broken;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** A household whose stays leave a gap, overlap or end elsewhere is found. */
class StaysAgreeTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("StaysAgree", clock);
        world.people.put(aHousehold("Lô Văn Bình"));
        home = world.people.put(aHousehold("Vi Văn Thông").since(MARCH)).get(0);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void households_that_stayed_and_households_that_moved_agree() {
        assertThat(broken()).isEmpty();
        TransferHousehold transfer = new TransferHousehold(world.people.households, world.people.trees, clock);

        await(transfer.transfer(actor(HOA), home.id(), null, new TransferHousehold.Command(XOM_5.id(), MAY)));
        await(transfer.transfer(actor(HOA), home.id(), null, new TransferHousehold.Command(XOM_1.id(), null)));

        assertThat(await(world.people.households.collection().find(home.id())).stays())
                .hasSize(3);
        assertThat(broken()).isEmpty();
    }

    static List<List<Stay>> disagreeing() {
        Stay now = new Stay(XOM_1.id(), MAY, null);
        return List.of(
                List.of(),
                List.of(new Stay(XOM_5.id(), MARCH, null)),
                List.of(new Stay(XOM_1.id(), MARCH, MAY)),
                List.of(new Stay(XOM_1.id(), MARCH, MAY), new Stay(XOM_5.id(), MAY, null)),
                List.of(new Stay(XOM_5.id(), MARCH, MAY.minusDays(1)), now),
                List.of(new Stay(XOM_5.id(), MARCH, MAY.plusDays(1)), now),
                List.of(new Stay(XOM_5.id(), MARCH, null), now));
    }

    @ParameterizedTest
    @MethodSource("disagreeing")
    void no_stay_one_elsewhere_a_gap_and_an_overlap_are_found(List<Stay> stays) {
        await(Mono.from(
                world.people.households.collection().documents().updateOne(eq("_id", home.id()), set("stays", stays))));

        assertThat(broken())
                .containsExactly(new Broken("households " + home.id(), "has stays that do not follow each other"));
    }

    private List<Broken> broken() {
        return await(new StaysAgree(world.people.households).broken().collectList());
    }
}
