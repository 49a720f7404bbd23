package vn.toso.domain.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;

/**
 * A deed as it is kept.
 *
 * @param chain the entries of one run of one node: nodes don't wait for each other, and a node that doesn't know what became
 *     of a write begins a new one
 * @param seq position in the chain, from 1 on, without gaps
 * @param hash SHA-256 over the hash before it and everything above, in base64
 */
public record AuditEntry(
        @BsonId String id,
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

    static AuditEntry behind(Link last, Deed deed) {
        Instant at = deed.at().truncatedTo(ChronoUnit.MILLIS);
        AuditEntry open = new AuditEntry(
                deed.id(),
                at,
                deed.action(),
                deed.operation(),
                deed.member(),
                deed.device(),
                deed.entities(),
                deed.outcome(),
                last.chain(),
                last.seq() + 1,
                "");
        return open.sealed(open.hashBehind(last.hash()));
    }

    private AuditEntry sealed(String seal) {
        return new AuditEntry(id, at, action, operation, member, device, entities, outcome, chain, seq, seal);
    }

    Link link() {
        return new Link(chain, seq, hash);
    }

    /** What the hash must be, where the one before it has this hash. */
    String hashBehind(String before) {
        String all = String.join(
                "\n",
                before,
                chain.toString(),
                String.valueOf(seq),
                id,
                String.valueOf(at.toEpochMilli()),
                action.name(),
                operation,
                member.toString(),
                String.valueOf(device),
                entities.stream().map(UUID::toString).collect(Collectors.joining(",")),
                String.valueOf(outcome));
        return sha256(all);
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
