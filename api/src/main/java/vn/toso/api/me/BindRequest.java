package vn.toso.api.me;

/** @param code the invitation code, as it was handed over; case, blanks and hyphens don't matter */
record BindRequest(String code) {}
