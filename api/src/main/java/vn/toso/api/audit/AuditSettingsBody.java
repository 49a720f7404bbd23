package vn.toso.api.audit;

/**
 * How the audit is kept.
 *
 * @param keptDays days after which entries go, 365 to 3650
 * @param manyHouseholds different households shown to one member within the time that raise the alarm
 * @param withinMinutes the time, at most a day
 */
record AuditSettingsBody(int keptDays, int manyHouseholds, int withinMinutes) {}
