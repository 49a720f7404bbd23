package vn.toso.domain.service;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Revision;

/** Puts a row into the catalogue, or changes one. */
public final class AmendService {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");

    private final Services services;
    private final Catalogues catalogues;
    private final Amendment<Service> amendment;

    public AmendService(Services services, Catalogues catalogues) {
        this.services = services;
        this.catalogues = catalogues;
        this.amendment = new Amendment<>(services.collection());
    }

    /**
     * Emits the row as stored. {@code invalid} at {@code /unit} when an existing row would count something else (its
     * history would mean nothing any more), at {@code /eligible/after} when no such service can come before it.
     *
     * @param expected the version the caller saw; null for any, and for a new row
     */
    public Mono<Service> put(Actor actor, String code, @Nullable Long expected, ServiceForm form) {
        return Mono.fromSupplier(() -> checked(actor, code, form))
                .flatMap(good -> stored(actor, code, expected, good))
                .flatMap(catalogues::refreshedAfter);
    }

    private ServiceForm checked(Actor actor, String code, ServiceForm form) {
        actor.require(Permission.EDIT_SERVICES);
        FieldErrors errors = new FieldErrors();
        errors.check(CODE.matcher(code).matches(), "/code", "key");
        ServiceForm good = form.checked(errors);
        errors.check(
                canFollow(code, good),
                "/eligible/after",
                "unknown-service",
                String.valueOf(good.eligible().after()));
        errors.throwIfAny();
        return good;
    }

    private Mono<Service> stored(Actor actor, String code, @Nullable Long expected, ServiceForm form) {
        return services.collection()
                .find(Services.idOf(code))
                .flatMap(present -> amendment.make(
                        actor, services.collection().find(present.id()), expected, row -> amended(row, form)))
                .switchIfEmpty(Mono.defer(() -> inserted(actor, code, expected, form)));
    }

    private Mono<Service> inserted(Actor actor, String code, @Nullable Long expected, ServiceForm form) {
        if (expected != null) {
            return Mono.error(() -> Problem.of(ProblemCode.VERSION_MISMATCH, "version-mismatch"));
        }
        return services.collection()
                .insert(actor, row(code, Revision.NONE, form))
                .onErrorMap(DuplicateDocument.class, quicker -> Problem.of(ProblemCode.CONFLICT, "conflict.busy"));
    }

    private static Service amended(Service row, ServiceForm form) {
        if (form.unit() != row.unit()) {
            throw Problem.invalid("/unit", "fixed");
        }
        return ServiceForm.of(row).equals(form) ? row : row(row.code(), row.revision(), form);
    }

    /** The service before must exist, count the same kind of unit, and not follow this one itself. */
    private boolean canFollow(String code, ServiceForm form) {
        Set<String> seen = new HashSet<>(Set.of(code));
        String before = form.eligible().after();
        boolean first = true;
        while (before != null) {
            Optional<Service> service = catalogues.current().find(before);
            if (service.isEmpty()
                    || !seen.add(before)
                    || (first && !isSameKind(service.get().unit(), form.unit()))) {
                return false;
            }
            first = false;
            before = service.get().eligible().after();
        }
        return true;
    }

    private static boolean isSameKind(ServiceUnit one, @Nullable ServiceUnit other) {
        return other == null
                || (one.isOfResident() == other.isOfResident() && one.isOfHousehold() == other.isOfHousehold());
    }

    private static Service row(String code, Revision revision, ServiceForm form) {
        return new Service(
                Services.idOf(code),
                revision,
                code,
                Objects.requireNonNull(form.nameVi()),
                Objects.requireNonNull(form.nameEn()),
                Objects.requireNonNull(form.unit()),
                form.eligible(),
                form.steps(),
                form.alternatives(),
                form.outcomes(),
                form.headline(),
                form.active(),
                Service.BY_OPERATOR);
    }
}
