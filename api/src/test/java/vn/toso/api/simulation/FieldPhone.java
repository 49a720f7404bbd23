package vn.toso.api.simulation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.team.Member;
import vn.toso.seed.phone.Phone;

/** Somebody with a phone whose clock is wrong by up to a day. */
final class FieldPhone {

    private static final int MINUTES_A_DAY = 24 * 60;

    private final Member member;
    private final WeakNetwork network;
    private final Phone phone;
    private final FieldWork work;
    private final List<UUID> done = new ArrayList<>();

    FieldPhone(Member member, Cluster cluster, String token, Random dice) {
        this.member = member;
        this.network = new WeakNetwork(cluster, token, dice);
        Duration wrong = Duration.ofMinutes(dice.nextInt(2 * MINUTES_A_DAY) - MINUTES_A_DAY);
        Clock clock = Clock.offset(Clock.system(ZoneOffset.ofHours(7)), wrong);
        this.phone = new Phone(UuidCreator.getTimeOrderedEpoch(), network, IdSource.timeOrdered(), clock);
        this.work = new FieldWork(member.id(), phone, clock, dice);
    }

    void works() {
        UUID mutation = work.doSomething();
        if (mutation != null) {
            done.add(mutation);
        }
    }

    /** Whether it got through to the end. */
    boolean syncs() {
        try {
            phone.sync();
            return true;
        } catch (IOException later) {
            return false;
        }
    }

    boolean pushes() {
        try {
            phone.push();
            return true;
        } catch (IOException later) {
            return false;
        }
    }

    /** Takes the first snapshot by the office's network; from then on it is as it is in the hamlets. */
    void leavesTheOffice() throws IOException {
        phone.sync();
        network.weaken();
    }

    /** Whether the digests of server and phone are equal after a sync. */
    boolean isProven() {
        try {
            phone.sync();
            return phone.check();
        } catch (IOException later) {
            return false;
        }
    }

    Member member() {
        return member;
    }

    WeakNetwork network() {
        return network;
    }

    Phone phone() {
        return phone;
    }

    /** The mutations of everything that was done on it. */
    List<UUID> done() {
        return done;
    }
}
