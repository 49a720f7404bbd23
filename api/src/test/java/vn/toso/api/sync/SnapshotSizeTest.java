package vn.toso.api.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.team.Member;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.world.AreaBuilder;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.ResidentBuilder;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;

/** What the first pull of a hamlet costs a phone with a poor network. */
@ApiTest
class SnapshotSizeTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int HOUSEHOLDS = 221;
    private static final int RESIDENTS = 930;
    private static final int VISITS = 300;
    private static final int LARGEST = 120 * 1024;
    private static final int REPEATS = 30;
    private static final List<String> SURNAMES =
            List.of("Nguyễn", "Trần", "Lê", "Vi", "Lô", "Lương", "Phan", "Hồ", "Cao");
    private static final List<String> MIDDLE = List.of("Văn", "Thị", "Đình", "Ngọc", "Xuân", "Hữu", "Minh");
    private static final List<String> GIVEN =
            List.of("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Mai", "Nam", "Thủy", "Tùng");
    private static final List<String> OF_PERSONS = List.of("VNEID_ACT", "PAY_ACC", "SAFE");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(3);
    private final IdSource ids = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    @Autowired
    Areas areas;

    @Autowired
    AreaTrees trees;

    @Autowired
    Visits visits;

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String name() {
        return one(SURNAMES) + " " + one(MIDDLE) + " " + one(GIVEN);
    }

    private Area aHamlet() {
        Area hamlet = AreaBuilder.aHamlet("Đo")
                .id("xóm đo " + ids.next())
                .under(TestWorld.MINH_HOP.id())
                .build();
        areas.collection().insert(Actor.SYSTEM, hamlet).then(trees.refresh()).block(SOON);
        return hamlet;
    }

    private List<Household> households(Area hamlet) {
        List<HouseholdBuilder> built = new ArrayList<>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            int size = RESIDENTS / HOUSEHOLDS + (i < RESIDENTS % HOUSEHOLDS ? 1 : 0);
            ResidentBuilder[] people = new ResidentBuilder[size];
            for (int j = 0; j < size; j++) {
                people[j] = resident(j);
            }
            built.add(aHousehold(name())
                    .id(new HouseholdId(ids.next()))
                    .in(hamlet)
                    .phones("09" + (10_000_000 + random.nextInt(89_000_000)))
                    .with(people));
        }
        return world.put(built.toArray(HouseholdBuilder[]::new));
    }

    private ResidentBuilder resident(int number) {
        ResidentBuilder person = aResident(name())
                .id(new ResidentId(ids.next()))
                .born(1940 + random.nextInt(80))
                .relation(number == 0 ? "chủ hộ" : number == 1 ? "vợ" : "con");
        return random.nextInt(3) == 0
                ? person.achieved(one(OF_PERSONS), LocalDate.of(2026, 11, 1 + random.nextInt(20)))
                : person;
    }

    private void visits(List<Household> homes, Member by) {
        List<Visit> made = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            Household home = homes.get(random.nextInt(homes.size()));
            VisitBuilder visit = aVisit(ids.next().toString())
                    .to(home)
                    .by(by)
                    .lasting(5 + random.nextInt(40))
                    .at(OffsetDateTime.now(ZoneOffset.ofHours(7)).minusMinutes(random.nextInt(60 * 24 * 60)));
            List<Resident> people = home.residents();
            for (int j = 0; j < 3; j++) {
                visit.did(
                        OF_PERSONS.get(j),
                        people.get(random.nextInt(people.size())).id(),
                        Outcome.ACHIEVED);
            }
            made.add(visit.build());
        }
        visits.collection().insertAll(Actor.SYSTEM, made).blockLast(SOON);
    }

    @Test
    void a_hamlet_comes_in_one_answer_of_less_than_120_kilobytes() throws Exception {
        Area hamlet = aHamlet();
        String handle = "do-" + UUID.randomUUID();
        Member member = world.put(aMember("Vi Thị Đo").in(hamlet.id()), handle);
        visits(households(hamlet), member);
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.base() + "/v1/sync/pull"))
                .header("Authorization", "Bearer " + api.tokenOf(handle))
                .header("Accept-Encoding", "gzip")
                .build();

        byte[] packed = client.send(request, BodyHandlers.ofByteArray()).body();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            client.send(request, BodyHandlers.discarding());
            best = Math.min(best, System.nanoTime() - start);
        }

        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        JsonNode answer = JsonMapper.shared().readTree(plain);
        String measured = String.format(
                Locale.ROOT,
                "%d documents, %d bytes, %d packed, best of %d %.1f ms",
                answer.get("changes").size(),
                plain.length,
                packed.length,
                REPEATS,
                best / 1e6);
        System.out.println("snapshot of a hamlet: " + measured);
        assertThat(answer.get("changes")).hasSizeGreaterThan(HOUSEHOLDS + VISITS);
        assertThat(answer.at("/scope/entered")).hasSize(1);
        assertThat(packed).as(measured).hasSizeLessThan(LARGEST);
    }
}
