package vn.toso.api.simulation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import vn.toso.domain.access.Actor;
import vn.toso.domain.coverage.CoverageOf;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.CoverageOf.Question;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.id.AreaId;

/** Whether coverage counts each hamlet as somebody would who reads all its households and visits. */
final class Counts {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SERVICE = "PAY_BILL";

    private final Map<UUID, List<Document>> homes;
    private final Collection<Document> visits;
    private final Consumer<String> wrong;

    Counts(Books books, Consumer<String> wrong) {
        this.homes = books.here("households").values().stream()
                .collect(Collectors.groupingBy(home -> home.get("hamletId", UUID.class)));
        this.visits = books.here("visits").values().stream()
                .filter(visit -> visit.get("voided") == null)
                .toList();
        this.wrong = wrong;
    }

    void check(AreaId commune, SimulatedNode node) {
        var answer = Objects.requireNonNull(node.bean(CoverageOf.class)
                .of(Actor.SYSTEM, new Question(commune, SERVICE, null, Tree.NOW))
                .block(SOON));
        answer.children().forEach(this::check);
    }

    private void check(AreaCoverage hamlet) {
        Set<UUID> living = homes.getOrDefault(hamlet.area().value(), List.of()).stream()
                .map(home -> home.get("_id", UUID.class))
                .collect(Collectors.toSet());
        same("households", hamlet, living.size(), hamlet.households().registered());
        same("visited", hamlet, visited(living, visits), hamlet.households().visited());
        List<Document> paid = visits.stream().filter(Counts::achieved).toList();
        same("achieved", hamlet, visited(living, paid), hamlet.cell(SERVICE).achieved());
    }

    private static long visited(Set<UUID> living, Collection<Document> visits) {
        return visits.stream()
                .map(visit -> visit.get("householdId", UUID.class))
                .filter(living::contains)
                .distinct()
                .count();
    }

    private static boolean achieved(Document visit) {
        return visit.getList("activities", Document.class).stream()
                .anyMatch(done -> SERVICE.equals(done.get("service")) && "ACHIEVED".equals(done.get("outcome")));
    }

    /** Tells a count that passed households by from households that visits passed by. */
    private long saying(AreaCoverage hamlet) {
        return homes.getOrDefault(hamlet.area().value(), List.of()).stream()
                .filter(home -> home.get("visitedFirstOn") != null)
                .count();
    }

    private void same(String what, AreaCoverage hamlet, long there, long counted) {
        if (there != counted) {
            wrong.accept(what + " of " + hamlet.name() + " counted as " + counted + ", but are " + there
                    + "; of the households themselves " + saying(hamlet) + " say that they were visited");
        }
    }
}
