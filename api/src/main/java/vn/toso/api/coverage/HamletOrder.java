package vn.toso.api.coverage;

/** How a list of hamlets is sorted, spelled as callers spell it. */
enum HamletOrder {
    share
}
