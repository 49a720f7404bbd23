/** The units of the province, down to the hamlets. */
@NullMarked
package vn.toso.api.area;

import org.jspecify.annotations.NullMarked;
