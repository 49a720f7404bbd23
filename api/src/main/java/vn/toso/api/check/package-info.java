/** {@code --toso.check=true}: looks whether what is stored is whole, says what it found, and ends. */
@NullMarked
package vn.toso.api.check;

import org.jspecify.annotations.NullMarked;
