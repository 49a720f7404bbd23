package vn.toso.domain.audit;

import java.util.UUID;

/**
 * Where a chain stands: what its next entry is sealed to.
 *
 * @param seq of the last entry; 0 when there is none
 * @param hash of the last entry; that of the chain's name when there is none
 */
public record Link(UUID chain, long seq, String hash) {

    static Link startOf(UUID chain) {
        return new Link(chain, 0, AuditEntry.sha256(chain.toString()));
    }
}
