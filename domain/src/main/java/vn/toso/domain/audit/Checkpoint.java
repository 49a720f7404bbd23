package vn.toso.domain.audit;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A signed word on how far chains had come, so that a cut end shows. Checkpoints are a chain themselves.
 *
 * @param number from 1 on, without gaps
 * @param tips chains that went on since the checkpoint before, and where they stood
 * @param trimmed chains of which retention takes away what stands at or before these positions
 * @param key names the key
 * @param hash SHA-256 over the hash of the checkpoint before it and everything above, in base64
 * @param signature of the hash
 */
public record Checkpoint(
        @BsonId long number,
        Instant at,
        List<Link> tips,
        List<Link> trimmed,
        String key,
        String hash,
        String signature) {

    /** What the first one is sealed to. */
    static final String NOTHING = AuditEntry.sha256("");

    public Checkpoint {
        tips = List.copyOf(tips);
        trimmed = List.copyOf(trimmed);
    }

    static Checkpoint signed(
            long number, String before, Instant at, List<Link> tips, List<Link> trimmed, AuditKey key) {
        Checkpoint open = new Checkpoint(number, at, tips, trimmed, key.id(), "", "");
        String hash = open.hashBehind(before);
        return new Checkpoint(number, at, tips, trimmed, key.id(), hash, key.sign(hash));
    }

    String hashBehind(String before) {
        return AuditEntry.sha256(
                String.join("\n", before, String.valueOf(number), String.valueOf(at.toEpochMilli()), key)
                        + "\n"
                        + tips
                        + "\n"
                        + trimmed);
    }
}
