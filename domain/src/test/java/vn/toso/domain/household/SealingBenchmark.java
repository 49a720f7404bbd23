package vn.toso.domain.household;

import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.XOM_1;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.ByteBufNIO;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.ByteBufferBsonInput;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.Names;

/** What sealing costs: a hamlet of 221 households written and read, with seals and without. Not part of the build. */
class SealingBenchmark {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int HOUSEHOLDS = 221;
    private static final int ROUNDS = 60;
    private static final List<String> WORDS = List.of(
            "Nguyễn", "Trần", "Vi", "Lô", "Moong", "Thị", "Văn", "Ngọc", "Hoà", "Thuỷ", "Đức", "Lan", "Minh", "Xuân");

    @Test
    void measure() {
        try (Store store = TestStore.open("SealingBenchmark")) {
            MongoCollection<Household> sealed =
                    store.collection("sealed_households", Household.class, HouseholdSealing.SEALING);
            MongoCollection<Household> plain = store.collection("plain_households", Household.class);
            Random dice = new Random(7);
            List<Household> hamlet = IntStream.range(0, HOUSEHOLDS)
                    .mapToObj(i -> household(i, dice))
                    .toList();
            for (int turn = 0; turn < 2; turn++) {
                codec("plain", plain, hamlet);
                codec("sealed", sealed, hamlet);
            }
            Mono.from(plain.insertMany(hamlet)).block(SOON);
            Mono.from(sealed.insertMany(hamlet)).block(SOON);
            for (int turn = 0; turn < 2; turn++) {
                snapshot("plain", plain);
                snapshot("sealed", sealed);
            }
        }
    }

    private static void codec(String what, MongoCollection<Household> collection, List<Household> hamlet) {
        Codec<Household> codec = collection.getCodecRegistry().get(Household.class);
        long written = 0;
        long read = 0;
        long size = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Household household : hamlet) {
                BasicOutputBuffer buffer = new BasicOutputBuffer();
                long start = System.nanoTime();
                codec.encode(
                        new BsonBinaryWriter(buffer),
                        household,
                        EncoderContext.builder().build());
                long between = System.nanoTime();
                codec.decode(
                        new BsonBinaryReader(
                                new ByteBufferBsonInput(new ByteBufNIO(ByteBuffer.wrap(buffer.toByteArray())))),
                        DecoderContext.builder().build());
                long end = System.nanoTime();
                if (round >= ROUNDS / 2) {
                    written += between - start;
                    read += end - between;
                    size += buffer.size();
                }
            }
        }
        long count = (long) ROUNDS / 2 * hamlet.size();
        System.out.printf(
                "%s: a household is %d bytes, written in %.1f us, read in %.1f us%n",
                what, size / count, written / 1e3 / count, read / 1e3 / count);
    }

    private static void snapshot(String what, MongoCollection<Household> collection) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Flux.from(collection.find().batchSize(1_000)).count().block(SOON);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%s: a hamlet of %d is read in %.1f ms%n", what, HOUSEHOLDS, best / 1e6);
    }

    private static Household household(int number, Random dice) {
        return aHousehold(name(dice))
                .id(new HouseholdId(Names.uuid("h" + number)))
                .in(XOM_1)
                .phones("0912345678")
                .with(aResident(name(dice)).id(Names.resident("a" + number)).born(1960))
                .with(aResident(name(dice)).id(Names.resident("b" + number)).born(1962))
                .with(aResident(name(dice)).id(Names.resident("c" + number)).born(1990))
                .with(aResident(name(dice)).id(Names.resident("d" + number)).born(2014))
                .build();
    }

    private static String name(Random dice) {
        return WORDS.get(dice.nextInt(5)) + " " + WORDS.get(5 + dice.nextInt(3)) + " " + WORDS.get(8 + dice.nextInt(6));
    }
}
