/** What Law 91/2025/QH15 gives people whose data are held: requests, dossiers, erasure, breaches, retention. */
@NullMarked
package vn.toso.domain.privacy;

import org.jspecify.annotations.NullMarked;
