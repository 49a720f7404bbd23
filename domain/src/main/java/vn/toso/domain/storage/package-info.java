/** The database: client, codecs, the embedded server, statements shared by concurrent requests. */
@NullMarked
package vn.toso.domain.storage;

import org.jspecify.annotations.NullMarked;
