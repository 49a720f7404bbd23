/** What people may ask about their own data, and what the province answers for, over HTTP. */
@NullMarked
package vn.toso.api.privacy;

import org.jspecify.annotations.NullMarked;
