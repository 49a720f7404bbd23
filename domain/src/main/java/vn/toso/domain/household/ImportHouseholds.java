package vn.toso.domain.household;

import static vn.toso.domain.household.HouseholdColumn.HAMLET;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.area.HamletNames;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.table.Row;
import vn.toso.domain.table.Table;
import vn.toso.domain.text.Vietnamese;

/**
 * Takes a list that somebody kept in a spreadsheet into the register. Nothing is written unless every row is good or the
 * good ones are asked for. Sending the same list again makes nobody twice: ids follow from what the rows say.
 */
public final class ImportHouseholds {

    /**
     * What came of it, or would come of it in a dry run.
     *
     * @param households how many were registered
     * @param residents how many people live in those
     * @param alreadyThere how many were registered by the same list before
     * @param errors by row and column, pointers such as {@code /rows/17/Năm sinh}; those households were left out
     * @param ignoredColumns headings whose columns were not read
     */
    public record Imported(
            int households, int residents, int alreadyThere, List<FieldError> errors, List<String> ignoredColumns) {}

    /** Of our own making, once: keeps ids that follow from lists apart from all other ids that are made from names. */
    private static final UUID NAMESPACE = UUID.fromString("0c7a3a63-8df1-4c5e-a3f8-4b1d2b7e9a55");

    private static final int BATCH = 500;

    private final Households households;
    private final RegisterHousehold register;
    private final AreaTrees trees;
    private final Clock clock;

    public ImportHouseholds(Households households, RegisterHousehold register, AreaTrees trees, Clock clock) {
        this.households = households;
        this.register = register;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * Emits what came of it. {@code not-found}: the area is out of scope; {@code malformed}: the sheet has no such table;
     * {@code invalid}: the area is above communes, or rows are wrong and the good ones alone were not asked for.
     *
     * @param area a hamlet, or a commune whose hamlets the sheet names in a column
     * @param goodRows whether good rows are imported when others are wrong
     * @param dryRun whether nothing is written in any case
     */
    public Mono<Imported> run(Actor actor, AreaId area, List<Row> sheet, boolean goodRows, boolean dryRun) {
        return Mono.fromSupplier(() -> read(actor, area, sheet))
                .flatMap(list ->
                        households.livingIn(list.hamlets()).collectList().map(list::comparedWith))
                .doOnNext(list -> list.refuseUnless(goodRows || dryRun))
                .flatMap(list -> dryRun ? Mono.just(list.imported(list.added)) : written(actor, list));
    }

    private Mono<Imported> written(Actor actor, Reading list) {
        return Flux.fromIterable(list.added)
                .buffer(BATCH)
                .concatMap(batch -> households.collection().insertAll(actor, batch))
                .collectList()
                .map(list::imported);
    }

    /** A list as it was read: households to add, and what keeps the others out. */
    private static final class Reading {
        private final List<String> ignored;
        private final Map<Household, SheetHousehold> good = new LinkedHashMap<>();
        private final List<FieldError> errors = new ArrayList<>();
        private final List<Household> added = new ArrayList<>();
        private int alreadyThere;

        Reading(List<String> ignored) {
            this.ignored = ignored;
        }

        Set<AreaId> hamlets() {
            return good.keySet().stream().map(Household::hamletId).collect(Collectors.toSet());
        }

        Reading comparedWith(List<Household> present) {
            Map<HouseholdId, Household> byId =
                    present.stream().collect(Collectors.toMap(Household::id, Function.identity()));
            Map<String, List<Household>> byHead = present.stream().collect(Collectors.groupingBy(Reading::head));
            good.forEach((household, rows) -> {
                Household known = byId.get(household.id());
                if (known != null && known.asRegistered() == household.asRegistered()) {
                    alreadyThere++;
                } else if (known != null || isOneOf(byHead.getOrDefault(head(household), List.of()), household)) {
                    rows.blame(new FieldError("/headName", "household-exists", List.of()));
                    errors.addAll(rows.errors());
                } else {
                    added.add(household);
                }
            });
            return this;
        }

        void refuseUnless(boolean tolerant) {
            if (!errors.isEmpty() && !tolerant) {
                throw Problem.invalid(errors);
            }
        }

        /** @param written those of the households to add that are not there already, moved since or added by somebody quicker */
        Imported imported(List<Household> written) {
            int people = written.stream()
                    .mapToInt(household -> household.residents().size())
                    .sum();
            int there = alreadyThere + added.size() - written.size();
            return new Imported(written.size(), people, there, List.copyOf(errors), ignored);
        }

        private static String head(Household household) {
            return household.hamletId() + "\n" + Vietnamese.fold(household.headName());
        }

        /** Whether a namesake's head was born in no other year. */
        private static boolean isOneOf(List<Household> namesakes, Household read) {
            Integer born = headBirthYear(read);
            return namesakes.stream()
                    .map(Reading::headBirthYear)
                    .anyMatch(year -> year == null || born == null || year.equals(born));
        }

        private static @Nullable Integer headBirthYear(Household household) {
            return household.residents().stream()
                    .filter(resident -> resident.name().equals(household.headName()))
                    .map(Resident::birthYear)
                    .filter(year -> year != null)
                    .findFirst()
                    .orElse(null);
        }
    }

    private Reading read(Actor actor, AreaId area, List<Row> sheet) {
        actor.require(Permission.EDIT_HOUSEHOLDS);
        LocalDate today = Days.today(clock);
        HamletNames hamlets = HamletNames.under(actor, trees.current(), area, today);
        Table<HouseholdColumn> table = Table.in(sheet, HouseholdColumn.class);
        Reading list = new Reading(table.ignored());
        Map<String, Integer> namesakes = new HashMap<>();
        for (SheetHousehold rows : new HouseholdSheet(table).households()) {
            AreaId hamlet = hamlet(rows, hamlets);
            int nth = namesakes.merge(hamlet + "\n" + Vietnamese.fold(rows.headName()), 1, Integer::sum);
            check(actor, list, rows, hamlet, nth);
        }
        return list;
    }

    private void check(Actor actor, Reading list, SheetHousehold rows, @Nullable AreaId hamlet, int nth) {
        if (hamlet != null) {
            try {
                Household household = register.checked(actor, command(rows, hamlet, nth));
                if (rows.errors().isEmpty()) {
                    list.good.put(household, rows);
                }
            } catch (Problem wrong) {
                if (wrong.errors().isEmpty()) {
                    throw wrong;
                }
                wrong.errors().forEach(rows::blame);
            }
        }
        list.errors.addAll(rows.errors());
    }

    /** The hamlet of a household's rows; null, with the reason noted, when they name none. */
    private static @Nullable AreaId hamlet(SheetHousehold rows, HamletNames hamlets) {
        String said = rows.first(HAMLET);
        if (said == null) {
            if (hamlets.top().level() == AreaLevel.HAMLET) {
                return hamlets.top().id();
            }
            rows.blame(HAMLET, "required");
            return null;
        }
        Set<AreaId> named = hamlets.named(said);
        if (named.size() != 1) {
            rows.blame(HAMLET, named.isEmpty() ? "unknown-hamlet" : "ambiguous-hamlet");
            return null;
        }
        return named.iterator().next();
    }

    private static RegisterHousehold.Command command(SheetHousehold rows, AreaId hamlet, int nth) {
        String head = Vietnamese.fold(Vietnamese.normalise(rows.headName()));
        UUID id = UuidCreator.getNameBasedSha1(NAMESPACE, hamlet + "\n" + head + "\n" + nth);
        List<NewResident> residents = new ArrayList<>();
        for (ResidentForm person : rows.people()) {
            UUID personal = UuidCreator.getNameBasedSha1(id, residents.size() + "\n" + person.name());
            residents.add(new NewResident(new ResidentId(personal), person));
        }
        return new RegisterHousehold.Command(new HouseholdId(id), hamlet, rows.form(), residents);
    }
}
