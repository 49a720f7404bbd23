package vn.toso.domain.world;

import static vn.toso.domain.service.Outcome.ABSENT;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.BLOCKED;
import static vn.toso.domain.service.Outcome.REFERRED;
import static vn.toso.domain.service.Outcome.REFUSED;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.service.Catalogue;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Revision;

/** Services as the catalogue ships them, without the texts. */
public final class TestCatalogue {

    private static final Set<Outcome> ALL = EnumSet.allOf(Outcome.class);
    private static final Set<Outcome> NO_REFERRAL = EnumSet.complementOf(EnumSet.of(REFERRED));
    private static final Set<Outcome> SURVEY = EnumSet.of(ACHIEVED, REFUSED, ABSENT, BLOCKED);
    private static final Set<Outcome> SESSION = EnumSet.of(ACHIEVED, BLOCKED);

    public static final Service VNEID_1 =
            aService("VNEID_1", ServiceUnit.PERSON).from(6).build();
    public static final Service VNEID_2 = aService("VNEID_2", ServiceUnit.PERSON)
            .from(6)
            .steps("referred", "issued")
            .build();
    public static final Service VNEID_ACT = aService("VNEID_ACT", ServiceUnit.PERSON)
            .after("VNEID_2")
            .steps("activated")
            .headline("vneid")
            .build();
    public static final Service PAY_ACC =
            aService("PAY_ACC", ServiceUnit.PERSON).from(15).steps("opened").build();
    public static final Service PAY_FIRST = aService("PAY_FIRST", ServiceUnit.PERSON)
            .after("PAY_ACC")
            .headline("payment")
            .build();
    public static final Service PAY_FEES =
            aService("PAY_FEES", ServiceUnit.PUPIL).pupils().headline("payment").build();
    public static final Service PAY_QR = aService("PAY_QR", ServiceUnit.HOUSEHOLD)
            .of("TRADER")
            .steps("displayed")
            .headline("payment")
            .build();
    public static final Service PAY_BILL = aService("PAY_BILL", ServiceUnit.HOUSEHOLD)
            .may(NO_REFERRAL)
            .headline("payment")
            .build();
    public static final Service DEVICE = aService("DEVICE", ServiceUnit.HOUSEHOLD)
            .may(SURVEY)
            .answers("yes", "no")
            .build();
    public static final Service SKILL = aService("SKILL", ServiceUnit.PERSON)
            .from(15)
            .may(NO_REFERRAL)
            .steps("confirmed")
            .headline("skill")
            .build();
    public static final Service SAFE =
            aService("SAFE", ServiceUnit.PERSON).may(NO_REFERRAL).steps("told").build();
    public static final Service MEETING =
            aService("MEETING", ServiceUnit.SESSION).may(SESSION).steps("held").build();

    public static final List<Service> ROWS = List.of(
            VNEID_1, VNEID_2, VNEID_ACT, PAY_ACC, PAY_FIRST, PAY_FEES, PAY_QR, PAY_BILL, DEVICE, SKILL, SAFE, MEETING);

    public static final Catalogue CATALOGUE = new Catalogue(ROWS);

    private final String code;
    private final ServiceUnit unit;
    private final List<String> steps = new ArrayList<>();
    private final List<String> classifications = new ArrayList<>();
    private @Nullable Integer minAge;
    private @Nullable String after;
    private @Nullable String headline;
    private boolean pupils;
    private boolean alternatives;
    private boolean active = true;
    private Set<Outcome> outcomes = ALL;

    private TestCatalogue(String code, ServiceUnit unit) {
        this.code = code;
        this.unit = unit;
    }

    public static TestCatalogue aService(String code, ServiceUnit unit) {
        return new TestCatalogue(code, unit);
    }

    public TestCatalogue from(int age) {
        this.minAge = age;
        return this;
    }

    public TestCatalogue after(String before) {
        this.after = before;
        return this;
    }

    public TestCatalogue of(String... classes) {
        classifications.addAll(List.of(classes));
        return this;
    }

    public TestCatalogue pupils() {
        this.pupils = true;
        return this;
    }

    public TestCatalogue steps(String... inOrder) {
        steps.addAll(List.of(inOrder));
        return this;
    }

    public TestCatalogue answers(String... one) {
        this.alternatives = true;
        return steps(one);
    }

    public TestCatalogue may(Set<Outcome> come) {
        this.outcomes = come;
        return this;
    }

    public TestCatalogue headline(String fed) {
        this.headline = fed;
        return this;
    }

    public TestCatalogue notOffered() {
        this.active = false;
        return this;
    }

    public Service build() {
        return new Service(
                Services.idOf(code),
                Revision.NONE,
                code,
                "dịch vụ " + code,
                "service " + code,
                unit,
                new Eligibility(minAge, after, List.copyOf(classifications), pupils),
                steps.isEmpty() ? List.of("done") : List.copyOf(steps),
                alternatives,
                Set.copyOf(outcomes),
                headline,
                active,
                "reference");
    }
}
