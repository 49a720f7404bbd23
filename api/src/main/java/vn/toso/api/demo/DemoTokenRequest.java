package vn.toso.api.demo;

/** @param member handle of one of the demo's people */
record DemoTokenRequest(String member) {}
