package vn.toso.domain.household;

import static vn.toso.domain.household.HouseholdColumn.ADDRESS;
import static vn.toso.domain.household.HouseholdColumn.BIRTH;
import static vn.toso.domain.household.HouseholdColumn.CLASSIFICATION;
import static vn.toso.domain.household.HouseholdColumn.HEAD;
import static vn.toso.domain.household.HouseholdColumn.NAME;
import static vn.toso.domain.household.HouseholdColumn.PHONE;
import static vn.toso.domain.household.HouseholdColumn.PUPIL;
import static vn.toso.domain.household.HouseholdColumn.RELATION;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.table.Table;
import vn.toso.domain.table.Table.Line;
import vn.toso.domain.text.Vietnamese;

/** A household as its rows in a sheet tell it, and what is wrong with them by row and column. */
final class SheetHousehold {

    /** What a head's relation to the head is. */
    static final String HEAD_OF_HOUSEHOLD = "chủ hộ";

    /** A person by the row that tells of it. */
    private record Person(int row, ResidentForm form) {}

    private final Table<HouseholdColumn> table;
    private final List<Line<HouseholdColumn>> lines;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final Set<String> phones = new LinkedHashSet<>();
    private final Set<Classification> classifications = EnumSet.noneOf(Classification.class);

    SheetHousehold(Table<HouseholdColumn> table, List<Line<HouseholdColumn>> lines) {
        this.table = table;
        this.lines = lines;
        lines.forEach(this::read);
    }

    static boolean isHead(Line<HouseholdColumn> line) {
        String relation = line.get(RELATION);
        return relation != null && Vietnamese.fold(relation).strip().equals("chu ho");
    }

    /** The row that the household begins in. */
    int row() {
        return lines.get(0).number();
    }

    /** The first thing that is said of the household in this column; null when nothing is. */
    @Nullable
    String first(HouseholdColumn column) {
        return lines.stream()
                .map(line -> line.get(column))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    /** Who is said to be the head, or else whoever is named first. */
    String headName() {
        String said = first(HEAD);
        String named = people.stream()
                .filter(person -> HEAD_OF_HOUSEHOLD.equals(person.form().relation()))
                .map(person -> person.form().name())
                .findFirst()
                .orElseGet(() -> people.isEmpty() ? null : people.get(0).form().name());
        return said != null ? said : named == null ? "" : named;
    }

    HouseholdForm form() {
        return new HouseholdForm(headName(), first(ADDRESS), List.copyOf(phones), classifications, null, null);
    }

    List<ResidentForm> people() {
        return people.stream().map(Person::form).toList();
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void blame(HouseholdColumn column, String rule, Object... args) {
        errors.add(table.error(row(), column, rule, List.of(args)));
    }

    /** Blames the cell that a rule's pointer into the household means. */
    void blame(FieldError error) {
        String[] steps = error.pointer().split("/", -1);
        boolean ofPerson = steps.length > 3 && steps[1].equals("residents");
        int row = ofPerson ? people.get(Integer.parseInt(steps[2])).row() : row();
        HouseholdColumn column = columnOf(ofPerson ? steps[3] : steps[1]);
        errors.add(table.error(row, column, error.code(), error.args()));
    }

    private HouseholdColumn columnOf(String field) {
        return switch (field) {
            case "birthYear" -> BIRTH;
            case "relation" -> RELATION;
            case "phones" -> PHONE;
            case "addressNote" -> ADDRESS;
            case "name" -> table.has(NAME) ? NAME : HEAD;
            default -> table.has(HEAD) ? HEAD : NAME;
        };
    }

    private void read(Line<HouseholdColumn> line) {
        readHousehold(line);
        String name = table.has(NAME) ? line.get(NAME) : line.get(HEAD);
        Integer birthYear = value(line, BIRTH, Cells::year, "birth-year");
        Boolean pupil = value(line, PUPIL, Cells::yes, "yes-or-no");
        if (name != null) {
            people.add(new Person(
                    line.number(),
                    new ResidentForm(name, birthYear, relation(line), Boolean.TRUE.equals(pupil), null)));
        }
    }

    private void readHousehold(Line<HouseholdColumn> line) {
        String numbers = line.get(PHONE);
        if (numbers != null) {
            phones.addAll(Cells.phones(numbers));
        }
        Set<Classification> classes = value(line, CLASSIFICATION, Cells::classifications, "classification");
        if (classes != null) {
            classifications.addAll(classes);
        }
    }

    private @Nullable String relation(Line<HouseholdColumn> line) {
        boolean head = isHead(line) || !table.has(NAME);
        return head ? HEAD_OF_HOUSEHOLD : line.get(RELATION);
    }

    private <T> @Nullable T value(
            Line<HouseholdColumn> line,
            HouseholdColumn column,
            Function<String, java.util.Optional<T>> reading,
            String rule) {
        String text = line.get(column);
        T value = text == null ? null : reading.apply(text).orElse(null);
        if (text != null && value == null) {
            errors.add(table.error(line.number(), column, rule, List.of()));
        }
        return value;
    }
}
