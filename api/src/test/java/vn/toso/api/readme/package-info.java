/** The README, carried out. */
package vn.toso.api.readme;
