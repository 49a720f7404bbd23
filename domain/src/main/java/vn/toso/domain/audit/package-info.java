/** Who read, changed, took away and was denied what: entries that are only ever added, each sealed to the one before. */
@NullMarked
package vn.toso.domain.audit;

import org.jspecify.annotations.NullMarked;
