package vn.toso.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.audit.AuditAction;
import vn.toso.domain.audit.AuditEntry;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;

/**
 * Something that somebody did. Ids only.
 *
 * @param operation what was asked for; of a change the kind of the document
 * @param device the phone, where it named itself
 * @param entities households that were shown, the document that was changed, what was asked for in vain
 * @param outcome code of the problem of what was denied
 * @param chain in which the entry stands
 * @param hash over the entry and the hash before it
 */
record AuditEntryResponse(
        Instant at,
        AuditAction action,
        String operation,
        MemberId member,
        @Nullable DeviceId device,
        List<UUID> entities,
        @Nullable String outcome,
        UUID chain,
        long seq,
        String hash) {

    static AuditEntryResponse of(AuditEntry entry) {
        return new AuditEntryResponse(
                entry.at(),
                entry.action(),
                entry.operation(),
                entry.member(),
                entry.device(),
                entry.entities(),
                entry.outcome(),
                entry.chain(),
                entry.seq(),
                entry.hash());
    }
}
