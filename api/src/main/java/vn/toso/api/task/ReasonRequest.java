package vn.toso.api.task;

/** @param reason why, 1 to 500 characters */
record ReasonRequest(String reason) {}
