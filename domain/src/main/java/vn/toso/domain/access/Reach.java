package vn.toso.domain.access;

/** How far a permission reaches. What lies beyond is {@code not-found}, or missing in a list: nobody is told that it is there. */
public enum Reach {
    /** Facts that are the same for everybody who signed in. */
    EVERYWHERE,
    /** Units from the province down to the communes everywhere, hamlets within the scope. */
    PLACES,
    /** The scope, and what stands above it and takes place there too. */
    AROUND,
    /** The areas of the scope, and the people in them. */
    SCOPE,
    /** The scope, and what is one's own wherever it lies. */
    SCOPE_AND_OWN,
    /** What is one's own alone: the account, its phones, what was given to oneself or the own team. */
    OWN,
    /** Settings and records of the whole province. */
    PROVINCE
}
