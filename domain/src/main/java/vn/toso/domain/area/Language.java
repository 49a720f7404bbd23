package vn.toso.domain.area;

/** A language that a hamlet's visitors need; kept on the hamlet, never on a person. */
public enum Language {
    VIETNAMESE,
    THAI,
    MONG,
    KHO_MU,
    THO,
    O_DU
}
