package vn.toso.domain.area;

/** How high an area stands in the tree. */
public enum AreaLevel {
    PROVINCE,
    /** A district until 30/6/2025, or an oversight area: a named set of communes, legal or not. */
    DISTRICT,
    COMMUNE,
    HAMLET
}
