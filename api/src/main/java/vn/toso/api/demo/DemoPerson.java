package vn.toso.api.demo;

import vn.toso.domain.access.Role;

/**
 * Somebody to sign in as.
 *
 * @param handle what to ask a token with
 * @param area full name of the first home area
 */
record DemoPerson(String handle, String name, Role role, String area) {}
