package vn.toso.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.api.fuzz.Guesses.Guess;
import vn.toso.api.fuzz.Judge.Answer;
import vn.toso.domain.check.CheckStore;
import vn.toso.domain.check.CheckStore.Checked;
import vn.toso.domain.household.Household;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestWorld;

/**
 * Requests made from the OpenAPI document by dice, most of them wrong in some way, by everybody. The application
 * answers each, and what is stored afterwards is whole. {@code -Dtoso.fuzz.requests=} and {@code -Dtoso.fuzz.seed=} make
 * it more, or other ones.
 */
@ApiTest
@TestPropertySource(properties = "spring.application.name=fuzz")
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("toso.fuzz.requests", 20_000);
    private static final long SEED = Long.getLong("toso.fuzz.seed", 1);
    private static final int AT_ONCE = 16;
    private static final Duration HANGS = Duration.ofSeconds(20);
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(2);
    private static final int READ = 1 << 20;

    /** Those that nobody changes: victims of changes are others. */
    private static final List<String> CALLERS = List.of("lan", "minh", "hoa", "thuy", "duc", "anh", "bao", "nobody");

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Autowired
    private CheckStore check;

    private final Judge judge = new Judge();

    @Test
    void whatever_is_sent_the_answer_names_what_is_wrong_and_what_is_stored_stays_whole() {
        JsonNode document = api.asNobody().gets("/v3/api-docs").is(200).json();
        List<Operation> operations = Operation.of(document);
        Random dice = new Random(SEED);
        Guesses guesses = new Guesses(document, known(), dice);

        Flux.range(0, REQUESTS)
                .map(i -> guesses.guess(operations.get(i % operations.size())))
                .flatMap(guess -> send(guess, CALLERS.get(dice.nextInt(CALLERS.size()))), AT_ONCE)
                .then()
                .block();

        System.out.println("fuzz: seed " + SEED + ", " + REQUESTS + " requests to " + operations.size()
                + " operations, answered " + judge.statuses());
        assertThat(judge.findings()).as("seed " + SEED).isEmpty();
        assertThat(judge.statuses()).containsKeys("2xx", "4xx");
        assertThat(check.run().collectList().block(LONGEST_CHECK))
                .as("seed " + SEED)
                .allMatch(FuzzTest::isKept);
    }

    private static boolean isKept(Checked checked) {
        return checked.broken().isEmpty();
    }

    private Known known() {
        List<String> households = new ArrayList<>();
        List<String> residents = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Household home = world.put(aHousehold("fuzz " + i)
                            .in(TestWorld.XOM_1)
                            .with(aResident("ông fuzz " + i), aResident("bà fuzz " + i)))
                    .get(0);
            households.add(home.id().toString());
            home.residents().forEach(resident -> residents.add(resident.id().toString()));
        }
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Member victim = world.put(aMember("Lô Văn Fuzz " + i).in(TestWorld.XOM_1.id()), "victim" + i);
            members.add(victim.id().toString());
        }
        List<String> areas = List.of(
                TestWorld.XOM_5.id().toString(), TestWorld.XOM_5_VAN_LOI.id().toString());
        return new Known(Map.of(
                "household", households,
                "resident", residents,
                "member", members,
                "assignee", members,
                "area", areas,
                "hamlet", areas,
                "team", List.of(TestWorld.TEAM.id().toString())));
    }

    private Mono<Void> send(Guess guess, String caller) {
        return client(guess, caller)
                .request(io.netty.handler.codec.http.HttpMethod.valueOf(
                        guess.operation().method()))
                .uri(api.base() + guess.uri())
                .send(guess.body() == null ? Mono.empty() : ByteBufFlux.fromString(Mono.just(guess.body())))
                .response(FuzzTest::read)
                .next()
                .timeout(HANGS)
                .doOnNext(answer -> judge.judge(guess, answer))
                .doOnError(failure -> judge.broke(guess, failure))
                .onErrorComplete()
                .then();
    }

    private HttpClient client(Guess guess, String caller) {
        return HttpClient.create(ConnectionProvider.newConnection()).headers(headers -> {
            guess.headers().forEach(headers::set);
            if (!caller.equals("nobody")) {
                headers.set("Authorization", "Bearer " + api.tokenOf(caller));
            }
        });
    }

    /** A stream of events has no end; its beginning is answer enough. */
    private static Mono<Answer> read(HttpClientResponse response, ByteBufFlux body) {
        String type = response.responseHeaders().get("Content-Type");
        int status = response.status().code();
        if (type != null && type.startsWith("text/event-stream")) {
            return Mono.just(new Answer(status, type, ""));
        }
        return body.asByteArray()
                .scan(new byte[0], FuzzTest::joined)
                .takeUntil(read -> read.length > READ)
                .last()
                .map(read -> new Answer(status, type, new String(read, StandardCharsets.UTF_8)));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
