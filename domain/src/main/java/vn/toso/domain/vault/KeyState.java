package vn.toso.domain.vault;

/** Where a data key stands on its way. */
public enum KeyState {
    /** Every node is to know it before any seals with it. */
    PREPARED,
    /** What is sealed now is sealed with it; there is one of them. */
    CURRENT,
    /** Sealed before: what it sealed is being sealed anew. */
    FORMER,
    /** Nothing in the database is sealed with it; it stays for backups. */
    RETIRED
}
