/** Months: freezing them, and reading them with corrections apart. */
@NullMarked
package vn.toso.api.month;

import org.jspecify.annotations.NullMarked;
