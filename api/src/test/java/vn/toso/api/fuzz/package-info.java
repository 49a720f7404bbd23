@NullMarked
package vn.toso.api.fuzz;

import org.jspecify.annotations.NullMarked;
