@NullMarked
package vn.toso.seed;

import org.jspecify.annotations.NullMarked;
