/** Whether what is stored is whole: every promise about it, looked at in one go. */
@NullMarked
package vn.toso.domain.check;

import org.jspecify.annotations.NullMarked;
