package vn.toso.seed.generator;

/** How much of the province is made up. A larger size holds the smaller ones, document for document. */
enum DemoSize {
    /** The first hamlet of Minh Hợp. */
    HAMLET,
    /** The commune Minh Hợp: twelve hamlets. */
    COMMUNE,
    /** The communes in which the three pilot communes of 2022 lie today: 32 hamlets. */
    PILOT,
    /** The former district Quỳ Hợp. */
    DISTRICT,
    /** All 3,806 hamlets. For a real MongoDB. */
    PROVINCE
}
