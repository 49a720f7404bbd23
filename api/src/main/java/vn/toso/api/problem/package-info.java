/** The one place where a problem becomes an answer, in Vietnamese and English. */
@NullMarked
package vn.toso.api.problem;

import org.jspecify.annotations.NullMarked;
