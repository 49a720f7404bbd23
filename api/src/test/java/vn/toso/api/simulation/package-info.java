/**
 * Evenings in the field, played by dice: phones, leaders, nodes that die, a network that can't be relied on. At the end of
 * each, everything that anybody did must be where it belongs.
 */
package vn.toso.api.simulation;
