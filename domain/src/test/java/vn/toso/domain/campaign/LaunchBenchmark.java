package vn.toso.domain.campaign;

import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.toso.domain.area.Area;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.CampaignId;

/**
 * Launches a campaign over 100,000 households on the server that {@code TOSO_TEST_MONGODB_URI} names, and cancels it
 * again. To be run with a small heap: memory that grew with the campaign would not fit. An argument says another number
 * of hamlets than 453, of 221 households each.
 */
public final class LaunchBenchmark {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private static final int HOUSEHOLDS = 221;

    private LaunchBenchmark() {}

    public static void main(String[] args) {
        try (CampaignWorld world = new CampaignWorld("LaunchBenchmark")) {
            fill(world, args.length == 0 ? 453 : Integer.parseInt(args[0]));
            CampaignId id = world.draft(PROVINCE_ADMIN, CampaignWorld.form(List.of("PAY_BILL", "SKILL"), TAM_HOP.id()))
                    .id();
            await(world.move.launch(actor(PROVINCE_ADMIN), id, null));
            long began = System.nanoTime();
            RunCampaigns runner = world.runner();
            while (runner.run().block(LONGEST_RUN)) {
                say(began, "launch: " + world.stored(id).sharing());
            }
            say(began, "launched: " + world.stored(id).sharing());
            await(world.move.end(actor(PROVINCE_ADMIN), id, null));
            began = System.nanoTime();
            while (runner.run().block(LONGEST_RUN)) {
                // There is more to cancel at once.
            }
            say(began, "ended: " + world.stored(id).state());
        }
        System.exit(0);
    }

    private static void fill(CampaignWorld world, int hamlets) {
        for (int i = 0; i < hamlets; i++) {
            Area hamlet = aHamlet("Đo " + i).id("đo " + i).under(TAM_HOP.id()).build();
            world.world.put(world.world.people.areas.collection(), List.of(hamlet));
            List<Household> households = new ArrayList<>();
            for (int j = 0; j < HOUSEHOLDS; j++) {
                String name = "Hộ " + i + " " + j;
                households.add(aHousehold(name)
                        .in(hamlet)
                        .with(
                                aResident(name).born(1970),
                                aResident(name + " a").born(1975),
                                aResident(name + " b").born(2005),
                                aResident(name + " c").born(2010))
                        .build());
            }
            world.world.put(world.world.people.households.collection(), households);
        }
        await(world.world.people.trees.refresh());
    }

    private static void say(long began, String what) {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.printf(Locale.ROOT, "%.1f s, %d MB: %s%n", (System.nanoTime() - began) / 1e9, used, what);
    }
}
