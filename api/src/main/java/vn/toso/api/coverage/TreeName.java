package vn.toso.api.coverage;

import vn.toso.domain.coverage.CoverageOf.Tree;

/** Which tree sums the hamlets, spelled as callers spell it. */
enum TreeName {
    then,
    now;

    Tree tree() {
        return this == then ? Tree.THEN : Tree.NOW;
    }

    static TreeName of(Tree tree) {
        return tree == Tree.THEN ? then : now;
    }
}
