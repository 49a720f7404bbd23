/** Vietnamese text: how names are folded for search and sorted. */
@NullMarked
package vn.toso.domain.text;

import org.jspecify.annotations.NullMarked;
