package vn.toso.domain.world;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.NewResident;
import vn.toso.domain.household.Resident;
import vn.toso.domain.household.ResidentForm;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.ServiceState;

/** A resident in the making: born 1985, no pupil, registered with the household. */
public final class ResidentBuilder {

    private final String name;
    private ResidentId id;
    private @Nullable Integer birthYear = 1985;
    private @Nullable String relation;
    private boolean pupil;
    private LocalDate registeredOn = AreaBuilder.ALWAYS;
    private @Nullable LocalDate leftOn;
    private final Map<String, ServiceState> services = new HashMap<>();

    private ResidentBuilder(String name) {
        this.name = name;
        this.id = Names.resident(name);
    }

    public static ResidentBuilder aResident(String name) {
        return new ResidentBuilder(name);
    }

    public ResidentBuilder id(ResidentId known) {
        this.id = known;
        return this;
    }

    public ResidentBuilder born(@Nullable Integer year) {
        this.birthYear = year;
        return this;
    }

    public ResidentBuilder relation(String toHead) {
        this.relation = toHead;
        return this;
    }

    public ResidentBuilder pupil() {
        this.pupil = true;
        return this;
    }

    public ResidentBuilder registeredOn(LocalDate day) {
        this.registeredOn = day;
        return this;
    }

    public ResidentBuilder leftOn(LocalDate day) {
        this.leftOn = day;
        return this;
    }

    public ResidentBuilder achieved(String service, LocalDate on) {
        services.put(service, States.of(Outcome.ACHIEVED, on));
        return this;
    }

    public ResidentBuilder tried(String service, Outcome outcome, LocalDate on) {
        services.put(service, States.of(outcome, on));
        return this;
    }

    public Resident build() {
        return new Resident(
                id,
                name,
                birthYear,
                relation,
                pupil,
                List.of(),
                registeredOn,
                leftOn,
                Map.copyOf(services),
                Map.of(),
                0);
    }

    /** The same person as a phone registers it. */
    public NewResident asNew() {
        return new NewResident(id, new ResidentForm(name, birthYear, relation, pupil, null));
    }
}
