package vn.toso.api.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;

/** One seed: what thirty members and two leaders do between the first knock and the last sync. */
final class Evening {

    static final int STEPS = 60;

    private final long seed;
    private final Random dice;
    private final SimulatedCommune commune;
    private final List<FieldPhone> phones = new ArrayList<>();
    private final List<Leader> leaders = new ArrayList<>();

    Evening(long seed, Cluster cluster) {
        this.seed = seed;
        this.dice = new Random(seed);
        this.commune = new SimulatedCommune(seed);
        for (int i = 0; i < SimulatedCommune.MEMBERS; i++) {
            String token = SimulatedCommune.handle(seed, i);
            phones.add(new FieldPhone(commune.members().get(i), cluster, token, dice));
        }
        for (int i = 0; i < SimulatedCommune.LEADERS; i++) {
            String token = SimulatedCommune.handle(seed, SimulatedCommune.MEMBERS + i);
            leaders.add(new Leader(commune, cluster, token, dice));
            phones.add(new FieldPhone(commune.leaders().get(i), cluster, token, dice));
        }
    }

    long seed() {
        return seed;
    }

    SimulatedCommune commune() {
        return commune;
    }

    List<AreaId> hamlets() {
        return commune.hamlets();
    }

    List<FieldPhone> phones() {
        return phones;
    }

    /** Those with which it began. */
    Collection<Household> households() {
        return commune.households();
    }

    /** Nobody changes teams this evening. */
    Set<UUID> teamsOf(UUID member) {
        return commune.teams().stream()
                .filter(team -> team.members().stream()
                        .anyMatch(seat -> seat.memberId().value().equals(member)))
                .map(team -> team.id().value())
                .collect(Collectors.toSet());
    }

    /** Everybody fetches the first snapshot. */
    void begin() throws IOException {
        for (FieldPhone phone : phones) {
            phone.leavesTheOffice();
        }
    }

    /** @param afterEach what to do after each of the {@link #STEPS} */
    void play(Runnable afterEach) {
        for (int step = 0; step < STEPS; step++) {
            FieldPhone phone = phones.get(dice.nextInt(phones.size()));
            int what = dice.nextInt(100);
            if (what < 45) {
                phone.works();
                phone.works();
            } else if (what < 80) {
                phone.syncs();
            } else if (what < 92) {
                leaders.get(dice.nextInt(leaders.size())).decidesSomething();
            } else {
                phone.network().deliverHeldBack();
            }
            afterEach.run();
        }
    }

    /** The network is back: whatever anybody still has goes out. Returns who did not get through. */
    List<String> sendTheRest() {
        phones.forEach(phone -> phone.network().heal());
        return phones.stream()
                .filter(phone -> !phone.pushes())
                .map(phone -> phone.member().name() + " cannot push")
                .toList();
    }

    /** Leaders look through what waits for them. */
    void tidyUp() {
        leaders.forEach(Leader::looksThroughTheQuarantine);
    }

    /** The mutations of everything that was done this evening. */
    Stream<UUID> done() {
        return phones.stream().flatMap(phone -> phone.done().stream());
    }
}
