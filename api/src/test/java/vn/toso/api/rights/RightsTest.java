package vn.toso.api.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.FreshDatabase;
import vn.toso.api.World;
import vn.toso.api.rights.Sender.Answer;

/**
 * Every operation of the OpenAPI document, tried by everybody in every place and by those who must not get in: let through,
 * refused or not found exactly as the table of rights says, and nothing of what lies out of scope in any answer.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "toso.demo=false",
            "management.server.port=0",
            "toso.limits.member=0",
            "toso.limits.address=0",
            "toso.limits.stranger=0",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://replaced.example",
            "spring.security.oauth2.resourceserver.jwt.audiences=" + TestIssuer.AUDIENCE,
            "spring.autoconfigure.exclude=vn.toso.seed.generator.DemoAutoConfiguration,"
                    + "vn.toso.seed.reference.ReferenceAutoConfiguration"
        })
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({World.class, RightsWorld.class})
class RightsTest {

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final int AT_ONCE = 12;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::url);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private RightsWorld world;

    private final Map<String, String> tokens = new LinkedHashMap<>();

    /**
     * What came of a try.
     *
     * @param expected null for let through
     */
    private record Tried(
            Operation operation,
            String who,
            Place place,
            String relation,
            @Nullable Integer expected,
            int status,
            String body,
            double millis) {

        boolean isAsExpected() {
            return expected == null ? operation.allowed().contains(status) : status == expected;
        }

        boolean isMissing() {
            return status == 404 && Integer.valueOf(404).equals(expected);
        }

        String told() {
            return "%s by %s at %s (%s): expected %s, was %d %s"
                    .formatted(
                            operation.name(),
                            who,
                            place.word(),
                            relation,
                            expected == null ? operation.allowed() : expected,
                            status,
                            body.substring(0, Math.min(300, body.length())));
        }
    }

    @Test
    void everybodyIsLetThroughRefusedOrToldThatThereIsNothingAsTheTableSays() throws Exception {
        Sender sender = new Sender(port);
        List<Person> people = world.people();
        people.forEach(who -> tokens.put(who.handle(), ISSUER.tokenOf("demo:" + who.handle())));
        Table table = new Table(JsonMapper.builder()
                .build()
                .readTree(sender.send(Ask.get("/v3/api-docs"), null).body()));
        List<Operation> operations = Operations.of(world);
        everyOperationIsTried(table, operations, people.get(0));

        List<Callable<Tried>> tries = new ArrayList<>();
        operations.forEach(operation -> people.forEach(who ->
                places(operation, who).forEach(place -> tries.add(() -> tried(sender, table, operation, who, place)))));
        Map<String, String> strangers = strangers(people.get(0));
        operations.forEach(operation -> strangers.forEach(
                (who, token) -> tries.add(() -> turnedAway(sender, table, operation, who, token, people.get(0)))));
        List<Tried> all = run(tries);

        report(table, all);
        assertThat(all.stream().filter(one -> !one.isAsExpected()).map(Tried::told))
                .isEmpty();
        assertThat(leaks(all, people)).isEmpty();
        assertThat(differences(all)).isEmpty();
        double hidden = median(
                all.stream().filter(one -> one.isMissing() && !one.place().equals(Place.NOWHERE)));
        double missing =
                median(all.stream().filter(one -> one.isMissing() && one.place().equals(Place.NOWHERE)));
        System.out.printf(
                "rights: not-found after %.1f ms for what is hidden, %.1f ms for what isn't there%n", hidden, missing);
        assertThat(hidden).isBetween(missing / 2 - 5, missing * 2 + 5);
    }

    private static double median(Stream<Tried> tries) {
        List<Double> sorted = tries.map(Tried::millis).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void everyOperationIsTried(Table table, List<Operation> operations, Person anybody) {
        Set<String> tried = operations.stream()
                .map(operation ->
                        table.of(operation.ask().apply(anybody, Place.NOWHERE)).name())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tried).as("operations with a try").containsExactlyElementsOf(table.names());
    }

    /** Where an operation has places, nowhere is one of them; who doesn't act tries in one. */
    private static List<Place> places(Operation operation, Person who) {
        List<Place> places = new ArrayList<>(operation.places());
        if (!who.acts()) {
            return places.subList(0, 1);
        }
        if (places.size() > 1) {
            places.add(Place.NOWHERE);
        }
        return places;
    }

    private static Map<String, String> strangers(Person whoElse) {
        String subject = "demo:" + whoElse.handle();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("without a token", "");
        tokens.put("with an expired token", ISSUER.expiredTokenOf(subject));
        tokens.put("with another issuer's token", ISSUER.foreignTokenOf(subject));
        tokens.put("with a token signed by another key", ISSUER.forgedTokenOf(subject));
        tokens.put("with a token for another audience", ISSUER.strayTokenOf(subject));
        tokens.put("of no member", ISSUER.tokenOf("nobody"));
        return tokens;
    }

    private Tried tried(Sender sender, Table table, Operation operation, Person who, Place place) throws Exception {
        Ask ask = operation.ask().apply(who, place);
        Integer expected = Table.refusal(table.of(ask), operation, who, place);
        Answer answer = sender.send(ask, tokens.get(who.handle()));
        return new Tried(
                operation,
                who.handle(),
                place,
                who.relationTo(place),
                expected,
                answer.status(),
                answer.body(),
                answer.millis());
    }

    /** No token that isn't good gets anywhere, and without a token only what is open does. */
    private static Tried turnedAway(
            Sender sender, Table table, Operation operation, String who, String token, Person anybody)
            throws Exception {
        Place place = operation.places().get(0);
        Ask ask = operation.ask().apply(anybody, place);
        boolean account = who.equals("of no member");
        int expected = account ? (table.of(ask).isOpen() ? 422 : 403) : 401;
        if (table.of(ask).forAnybody() && (account || token.isEmpty())) {
            expected = 200;
        }
        Answer answer = sender.send(ask, token.isEmpty() ? null : token);
        return new Tried(operation, who, place, "any", expected, answer.status(), answer.body(), answer.millis());
    }

    private static List<Tried> run(List<Callable<Tried>> tries) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Tried> all = new ArrayList<>();
            for (Future<Tried> one : threads.invokeAll(tries)) {
                all.add(one.get());
            }
            return all;
        } finally {
            threads.shutdown();
            threads.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** Answers with a word of a place that the reader neither has in scope nor stands below. */
    private static List<String> leaks(List<Tried> all, List<Person> people) {
        Map<String, Person> byHandle = people.stream().collect(Collectors.toMap(Person::handle, who -> who));
        List<String> leaks = new ArrayList<>();
        for (Tried one : all) {
            Person who = byHandle.get(one.who());
            for (Place place : Place.SECRETIVE) {
                boolean own = who != null && who.acts() && !"foreign sibling".contains(who.relationTo(place));
                if (!own && one.body().contains(place.word())) {
                    leaks.add("of " + place.word() + ": " + one.told());
                }
            }
        }
        return leaks;
    }

    /** What is out of reach answers as what isn't there at all, to the letter. */
    private static List<String> differences(List<Tried> all) {
        Map<String, String> nowhere = all.stream()
                .filter(one -> one.place().equals(Place.NOWHERE))
                .collect(Collectors.toMap(RightsTest::key, one -> bare(one.body()), (one, other) -> one));
        return all.stream()
                .filter(one -> one.expected() != null
                        && one.expected() == one.operation().outside())
                .filter(one ->
                        nowhere.containsKey(key(one)) && !one.operation().id().equals("sync-push"))
                // Of what stands above, a list shows the part that is in reach.
                .filter(one -> !one.relation().equals("parent") || one.expected() != 200)
                .filter(one -> !nowhere.get(key(one)).equals(bare(one.body())))
                .map(one -> one.told() + " but of what isn't there " + nowhere.get(key(one)))
                .toList();
    }

    private static String key(Tried one) {
        return one.operation().name() + " by " + one.who();
    }

    /** Without ids and moments, which differ from request to request. */
    private static String bare(String body) {
        return body.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z]*", "*");
    }

    private static void report(Table table, List<Tried> all) {
        Map<String, Long> relations =
                all.stream().collect(Collectors.groupingBy(Tried::relation, TreeMap::new, Collectors.counting()));
        Map<Integer, Long> statuses =
                all.stream().collect(Collectors.groupingBy(Tried::status, TreeMap::new, Collectors.counting()));
        long roles = all.stream()
                .map(one -> one.operation().id() + one.who())
                .distinct()
                .count();
        System.out.printf(
                "rights: %d operations, %d operations x roles and strangers, %d tries; places %s; answers %s%n",
                table.names().size(), roles, all.size(), relations, statuses);
    }
}
