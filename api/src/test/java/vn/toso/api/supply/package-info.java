@NullMarked
package vn.toso.api.supply;

import org.jspecify.annotations.NullMarked;
