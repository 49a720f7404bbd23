package vn.toso.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;

/**
 * What is to be written down: ids only, never anything about a person.
 *
 * @param id tells a deed that is told twice from two deeds
 * @param operation what was asked for: {@code GET /v1/households/{id}}, or for a change the kind of the document
 * @param device null when nobody said
 * @param entities the documents: of a read the households that were shown, of a change the document
 * @param outcome the code of the problem of what was denied; null for what was done
 */
public record Deed(
        String id,
        Instant at,
        AuditAction action,
        String operation,
        MemberId member,
        @Nullable DeviceId device,
        List<UUID> entities,
        @Nullable String outcome) {

    public Deed {
        entities = List.copyOf(entities);
    }

    /** Something done now. */
    public static Deed of(Actor who, AuditAction action, String operation, List<UUID> entities, UUID id, Instant now) {
        return new Deed(id.toString(), now, action, operation, who.memberId(), who.device(), entities, null);
    }

    /** Something refused now, with the problem's code. */
    public Deed refusedWith(String code) {
        return new Deed(id, at, action, operation, member, device, entities, code);
    }
}
