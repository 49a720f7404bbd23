/** What phones exchange with the server: push, pull, quarantine. */
@NullMarked
package vn.toso.api.sync;

import org.jspecify.annotations.NullMarked;
