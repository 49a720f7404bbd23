/** What an area reports of a period, counted from what is stored. */
@NullMarked
package vn.toso.domain.report;

import org.jspecify.annotations.NullMarked;
