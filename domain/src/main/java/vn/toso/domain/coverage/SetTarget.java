package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.coverage.Target.Kind;
import vn.toso.domain.coverage.Target.Source;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TargetId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Wording;

/** Says what an area is to reach, and by which document. */
public final class SetTarget {

    static final int LONGEST_TEXT = 200;

    /** No document that matters here is older. */
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    /**
     * @param period a year {@code 2026} or a month {@code 2026-11}
     * @param number units that are to have achieved by its end; null when a share is given
     * @param share 0 to 1; null when a number is given
     */
    public record Command(
            AreaId areaId,
            String service,
            String period,
            @Nullable Long number,
            @Nullable Double share,
            Document source) {}

    /**
     * @param number as on the document, such as {@code 171/KH-UBND}
     * @param issuer null when not said
     * @param url null when it can be read nowhere
     */
    public record Document(
            @Nullable String number,
            LocalDate date,
            @Nullable String issuer,
            @Nullable String url) {}

    private final Targets targets;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final Clock clock;
    private final Amendment<Target> amendment;

    public SetTarget(Targets targets, AreaTrees trees, Catalogues catalogues, Clock clock) {
        this.targets = targets;
        this.trees = trees;
        this.catalogues = catalogues;
        this.clock = clock;
        this.amendment = new Amendment<>(targets.collection());
    }

    /**
     * The target as stored; it takes the place of the one for the same area, service and period. {@code not-found} for
     * an area out of scope, {@code invalid} with everything that is wrong.
     *
     * @param expected the version that the caller saw; null for any, and for a new one
     */
    public Mono<Target> set(Actor actor, @Nullable Long expected, Command command) {
        return Mono.fromSupplier(() -> checked(actor, command))
                .flatMap(target -> targets.collection()
                        .find(target.id())
                        .flatMap(present -> amend(actor, target, expected))
                        .switchIfEmpty(Mono.defer(() -> insert(actor, target, expected))));
    }

    private Mono<Target> amend(Actor actor, Target said, @Nullable Long expected) {
        return amendment.make(
                actor,
                targets.collection().find(said.id()),
                expected,
                present -> present.saying(said.number(), said.share(), said.source()));
    }

    private Mono<Target> insert(Actor actor, Target said, @Nullable Long expected) {
        if (expected != null) {
            return Mono.error(() -> Problem.of(ProblemCode.VERSION_MISMATCH, "version-mismatch"));
        }
        return targets.collection()
                .insert(actor, said)
                .onErrorResume(DuplicateDocument.class, quicker -> amend(actor, said, null));
    }

    private Target checked(Actor actor, Command command) {
        actor.require(Permission.EDIT_TARGETS);
        boolean stands = trees.current()
                .find(command.areaId())
                .filter(area -> area.existsOn(Days.today(clock)))
                .isPresent();
        if (!stands || !actor.scope().hasArea(command.areaId())) {
            throw Problem.notFound("area");
        }
        FieldErrors errors = new FieldErrors();
        Optional<Service> service = catalogues.current().find(command.service()).filter(Service::active);
        errors.check(service.isPresent(), "/service", "unknown-service", command.service());
        errors.check(TargetPeriod.of(command.period()).isPresent(), "/period", "target-period");
        checkFigure(command, errors);
        LocalDate date = command.source().date();
        errors.check(!date.isAfter(Days.today(clock)), "/source/date", "in-the-future");
        errors.check(!date.isBefore(LONG_AGO), "/source/date", "in-the-past");
        Source source = sourceOf(command.source(), errors);
        errors.throwIfAny();
        return new Target(
                TargetId.of(command.areaId(), command.service(), command.period(), Kind.TARGET.name()),
                Revision.NONE,
                command.areaId(),
                command.service(),
                command.period(),
                Kind.TARGET,
                command.number(),
                null,
                command.share(),
                source);
    }

    private static void checkFigure(Command command, FieldErrors errors) {
        Double share = command.share();
        Long number = command.number();
        errors.check((number == null) != (share == null), "/number", "number-or-share");
        errors.check(number == null || number > 0, "/number", "positive");
        errors.check(share == null || (share > 0 && share <= 1), "/share", "share");
    }

    private static Source sourceOf(Document said, FieldErrors errors) {
        String number = Wording.text(said.number(), "/source/number", LONGEST_TEXT, errors);
        errors.require(number, "/source/number");
        String issuer = Wording.text(said.issuer(), "/source/issuer", LONGEST_TEXT, errors);
        String url = Wording.line(said.url(), "/source/url", LONGEST_TEXT, errors);
        String cited = Objects.requireNonNullElse(number, "") + ", " + said.date();
        return new Source(
                issuer == null ? cited : cited + ", " + issuer, number, said.date(), issuer, url, Service.BY_OPERATOR);
    }
}
