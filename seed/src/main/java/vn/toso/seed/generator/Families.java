package vn.toso.seed.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Language;
import vn.toso.domain.household.Classification;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.HouseholdForm;
import vn.toso.domain.household.NewResident;
import vn.toso.domain.household.RegisterHousehold;
import vn.toso.domain.household.RegisterHousehold.Command;
import vn.toso.domain.household.ResidentForm;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;

/** Makes up the households of a hamlet: some 4.2 people each, in the generations that live together. */
final class Families {

    private static final List<String> WHERE = List.of(
            "đầu xóm",
            "cuối xóm",
            "cạnh nhà văn hóa",
            "gần trường mầm non",
            "sau trạm y tế",
            "cổng sắt xanh",
            "gần cầu");

    private final Dice dice;
    private final Ids ids;
    private final AreaId hamlet;
    private final Language language;
    private final LocalDate day;

    /**
     * @param day the day of the demo; households were registered before the three months that end there
     */
    Families(Dice dice, Ids ids, AreaId hamlet, Language language, LocalDate day) {
        this.dice = dice;
        this.ids = ids;
        this.hamlet = hamlet;
        this.language = language;
        this.day = day;
    }

    /** A household that nobody visited yet. No phone: every mobile number may be somebody's. */
    Household household() {
        LocalDate registered = day.minusDays(dice.between(100, 200));
        List<NewResident> residents = residents();
        HouseholdForm form = new HouseholdForm(
                residents.get(0).form().name(),
                dice.chance(0.3) ? dice.pick(WHERE) : null,
                List.of(),
                classifications(),
                null,
                null);
        HouseholdId id = new HouseholdId(ids.next());
        return RegisterHousehold.toHousehold(new Command(id, hamlet, form, residents), registered, true);
    }

    private Set<Classification> classifications() {
        Set<Classification> found = EnumSet.noneOf(Classification.class);
        if (dice.chance(0.05)) {
            found.add(Classification.POOR);
        } else if (dice.chance(0.06)) {
            found.add(Classification.NEAR_POOR);
        }
        if (dice.chance(0.08)) {
            found.add(Classification.POLICY);
        }
        if (dice.chance(0.09)) {
            found.add(Classification.TRADER);
        }
        if (dice.chance(0.28)) {
            found.add(Classification.PRODUCER);
        }
        return found;
    }

    private List<NewResident> residents() {
        List<NewResident> family = new ArrayList<>();
        String surname = Names.surname(dice, language);
        boolean womanHeads = dice.chance(0.25);
        int age = dice.between(26, 78);
        boolean couple = dice.chance(womanHeads ? 0.45 : 0.9);
        family.add(person(womanHeads && couple ? other(surname) : surname, womanHeads, age, "chủ hộ"));
        if (couple) {
            String married = womanHeads ? surname : Names.surname(dice, language);
            int spouseAge = Math.max(22, age + (womanHeads ? dice.between(-2, 6) : dice.between(-6, 2)));
            family.add(person(married, !womanHeads, spouseAge, womanHeads ? "chồng" : "vợ"));
        }
        addParent(family, surname, age);
        addChildren(family, surname, age);
        return List.copyOf(family);
    }

    private String other(String surname) {
        String drawn = Names.surname(dice, language);
        return drawn.equals(surname) ? Names.surname(dice, language) : drawn;
    }

    private void addParent(List<NewResident> family, String surname, int age) {
        if (age < 55 && dice.chance(0.3)) {
            boolean mother = dice.chance(0.7);
            String name = mother ? Names.surname(dice, language) : surname;
            family.add(person(name, mother, age + dice.between(20, 32), mother ? "mẹ" : "bố"));
        }
    }

    private void addChildren(List<NewResident> family, String surname, int age) {
        int children = dice.weighted(List.of(0, 1, 2, 3, 4), 13, 24, 40, 17, 6);
        int oldest = Math.min(age - dice.between(21, 29), 34);
        for (int i = 0; i < children && oldest - 3 * i >= 0; i++) {
            int childAge = Math.max(0, oldest - 3 * i - dice.between(0, 1));
            family.add(person(surname, dice.chance(0.49), childAge, "con"));
            if (i == 0 && childAge >= 24 && dice.chance(0.55)) {
                addYoungFamily(family, surname, childAge);
            }
        }
    }

    private void addYoungFamily(List<NewResident> family, String surname, int age) {
        family.add(person(Names.surname(dice, language), true, age - dice.between(-1, 3), "con dâu"));
        int grandchildren = dice.between(0, 2);
        for (int i = 0; i < grandchildren; i++) {
            family.add(person(surname, dice.chance(0.49), dice.between(0, age - 21), "cháu"));
        }
    }

    private NewResident person(String surname, boolean woman, int age, @Nullable String relation) {
        boolean pupil = age >= 6 && age <= 17 && dice.chance(0.6);
        ResidentForm form = new ResidentForm(
                surname + " " + Names.givenNames(dice, woman), day.getYear() - age, relation, pupil, null);
        return new NewResident(new ResidentId(ids.next()), form);
    }
}
