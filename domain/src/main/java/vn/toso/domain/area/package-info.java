/** The dated tree of province, districts and oversight areas, communes, hamlets. */
@NullMarked
package vn.toso.domain.area;

import org.jspecify.annotations.NullMarked;
