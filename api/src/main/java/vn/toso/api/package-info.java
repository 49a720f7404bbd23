@NullMarked
package vn.toso.api;

import org.jspecify.annotations.NullMarked;
