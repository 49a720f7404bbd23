package vn.toso.api.benchmark;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Compares what was pushed and acknowledged with what households have on file and what coverage counts. */
final class ExactCoverage {

    private final Map<String, Set<String>> wanted = new LinkedHashMap<>();
    private final Map<String, SyncingPeople.Person> witnesses = new LinkedHashMap<>();
    private int households;
    private int differences;

    private ExactCoverage() {}

    /** To be asked when all that was pushed is counted. */
    static ExactCoverage of(SyncingPeople people) {
        ExactCoverage check = new ExactCoverage();
        for (SyncingPeople.Person person : people.all()) {
            check.wanted
                    .computeIfAbsent(person.hamlet(), hamlet -> new HashSet<>())
                    .addAll(person.achieved());
            check.witnesses.put(person.hamlet(), person);
        }
        check.wanted.forEach(check::compare);
        return check;
    }

    private void compare(String hamlet, Set<String> expected) {
        SyncingPeople.Person witness = witnesses.get(hamlet);
        Set<String> onFile = witness.achievedNow();
        int counted = witness.coverageNow();
        households += expected.size();
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(onFile);
        Set<String> surplus = new HashSet<>(onFile);
        surplus.removeAll(expected);
        differences += missing.size() + surplus.size() + Math.abs(counted - expected.size());
    }

    int hamlets() {
        return wanted.size();
    }

    /** Households that achieved what is counted, as pushed. */
    int households() {
        return households;
    }

    /** How many households stand wrongly on file, and how far coverage is off. */
    int differences() {
        return differences;
    }
}
