package vn.toso.domain.service;

/** What one count of a service is. */
public enum ServiceUnit {
    PERSON,
    /** A public-service file of a person: counted once for each person who filed. */
    DOSSIER,
    /** A child for whom school fees are paid. */
    PUPIL,
    HOUSEHOLD,
    /** A meeting of a hamlet. */
    SESSION,
    /** A member of a team. */
    MEMBER;

    /** Whether an activity of such a service names a resident. */
    public boolean isOfResident() {
        return this == PERSON || this == DOSSIER || this == PUPIL;
    }

    public boolean isOfHousehold() {
        return this == HOUSEHOLD;
    }

    /** Whether such a service is logged by a visit to the hamlet instead of to a household. */
    public boolean isOfHamlet() {
        return this == SESSION || this == MEMBER;
    }
}
