/** The units of Nghệ An, the service catalogue and the province's figures, from tables in the resources. */
@NullMarked
package vn.toso.seed.reference;

import org.jspecify.annotations.NullMarked;
