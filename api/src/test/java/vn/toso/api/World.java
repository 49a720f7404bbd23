package vn.toso.api;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Services;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.MemberBuilder;
import vn.toso.domain.world.TestCatalogue;
import vn.toso.domain.world.TestWorld;

/**
 * The place and the people of {@link TestWorld} in the running application. Each person has a handle to sign in with:
 * {@code lan} and {@code minh} of Xóm 1, {@code hoa} who leads Minh Hợp, {@code thuy} of a hamlet in Tam Hợp,
 * {@code duc} of the oversight area, {@code anh} of the province, {@code bao} its data officer.
 */
@TestComponent
public final class World implements SmartLifecycle {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Areas areas;
    private final AreaTrees trees;
    private final Members members;
    private final Teams teams;
    private final Services services;
    private final Catalogues catalogues;
    private final Households households;
    private volatile boolean running;

    World(
            Areas areas,
            AreaTrees trees,
            Members members,
            Teams teams,
            Services services,
            Catalogues catalogues,
            Households households) {
        this.areas = areas;
        this.trees = trees;
        this.members = members;
        this.teams = teams;
        this.services = services;
        this.catalogues = catalogues;
        this.households = households;
    }

    @Override
    public void start() {
        put(areas.collection(), TestWorld.AREAS);
        put(
                members.collection(),
                List.of(
                        handled(TestWorld.LAN, "lan"),
                        handled(TestWorld.MINH, "minh"),
                        handled(TestWorld.HOA, "hoa"),
                        handled(TestWorld.THUY, "thuy"),
                        handled(TestWorld.DISTRICT_STAFF, "duc"),
                        handled(TestWorld.PROVINCE_ADMIN, "anh"),
                        handled(TestWorld.DATA_OFFICER, "bao")));
        put(teams.collection(), List.of(TestWorld.TEAM));
        put(services.collection(), TestCatalogue.ROWS);
        Mono.when(trees.refresh(), catalogues.refresh()).block(SOON);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the node, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    /** Households as they are, in their first version. */
    public List<Household> put(HouseholdBuilder... added) {
        return put(
                households.collection(),
                List.of(added).stream().map(HouseholdBuilder::build).toList());
    }

    /** Somebody more, who signs in by that handle. */
    public Member put(MemberBuilder member, String handle) {
        return put(
                        members.collection(),
                        List.of(member.subject("demo:" + handle).build()))
                .get(0);
    }

    private static Member handled(Member member, String handle) {
        return new Member(
                member.id(),
                member.revision(),
                member.name(),
                member.phone(),
                member.role(),
                member.areas(),
                "demo:" + handle,
                member.status(),
                member.invitation(),
                member.sortKey(),
                member.words(),
                member.generated());
    }

    private static <D extends Versioned<D>> List<D> put(LoggedCollection<D> documents, List<D> added) {
        return documents.insertAll(Actor.SYSTEM, added).collectList().block(SOON);
    }
}
