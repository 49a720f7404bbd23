package vn.toso.api.visit;

/** @param reason why the visit does not count any more, 1 to 500 characters */
record VoidRequest(String reason) {}
