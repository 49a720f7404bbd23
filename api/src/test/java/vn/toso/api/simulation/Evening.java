package vn.toso.api.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.toso.domain.id.AreaId;

/** One seed: what thirty members and two leaders do between the first knock and the last sync. */
final class Evening {

    private static final int STEPS = 110;
    private static final long LONGEST_SETTLING = TimeUnit.SECONDS.toNanos(60);

    private final long seed;
    private final Random dice;
    private final Cluster cluster;
    private final SimulatedCommune commune;
    private final List<FieldPhone> phones = new ArrayList<>();
    private final List<Leader> leaders = new ArrayList<>();

    Evening(long seed, int place, SimulatedCommune commune, Cluster cluster, Tokens tokens) {
        this.seed = seed;
        this.dice = new Random(seed);
        this.cluster = cluster;
        this.commune = commune;
        for (int i = 0; i < SimulatedCommune.MEMBERS; i++) {
            String token = tokens.of(SimulatedCommune.handle(place, i));
            phones.add(new FieldPhone(commune.members().get(i), cluster, token, dice));
        }
        for (int i = 0; i < SimulatedCommune.LEADERS; i++) {
            String token = tokens.of(SimulatedCommune.handle(place, SimulatedCommune.MEMBERS + i));
            leaders.add(new Leader(commune, cluster, token, dice));
            phones.add(new FieldPhone(commune.leaders().get(i), cluster, token, dice));
        }
    }

    long seed() {
        return seed;
    }

    List<AreaId> hamlets() {
        return commune.hamlets();
    }

    List<FieldPhone> phones() {
        return phones;
    }

    /** Everybody starts with what the office's network gave them; from then on it is as it is in the hamlets. */
    void play() {
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

    /** Returns what is wrong once the server had time to settle; nothing, it is to be hoped. */
    List<String> settle() throws InterruptedException {
        Reckoning reckoning = new Reckoning(this, cluster);
        long deadline = System.nanoTime() + LONGEST_SETTLING;
        List<String> wrong = reckoning.wrong();
        while (!wrong.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
            wrong = reckoning.wrong();
        }
        return wrong;
    }

    /** The mutations of everything that was done this evening. */
    Stream<java.util.UUID> done() {
        return phones.stream().flatMap(phone -> phone.done().stream());
    }
}
