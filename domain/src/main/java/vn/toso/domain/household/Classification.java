package vn.toso.domain.household;

/** What a household is registered as. Poor, near-poor and policy come from the state's lists; it can be several. */
public enum Classification {
    POOR,
    NEAR_POOR,
    POLICY,
    TRADER,
    PRODUCER
}
