package vn.toso.domain.storage;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.security.SecureRandom;
import java.util.Base64;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Keys that the nodes share. Each is made once, by whichever node needs it first, and never leaves the database. */
public final class Secrets {

    private static final int BYTES = 32;

    private final MongoCollection<Document> secrets;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Store store) {
        this.secrets = store.collection("secrets", Document.class);
    }

    /** The key of that name, 32 bytes, the same on every node for ever. */
    public Mono<byte[]> get(String name) {
        return find(name).switchIfEmpty(Mono.defer(() -> make(name).then(find(name))));
    }

    private Mono<byte[]> find(String name) {
        return Mono.from(secrets.find(eq("_id", name)).first())
                .map(secret -> Base64.getDecoder().decode(secret.getString("key")));
    }

    private Mono<Void> make(String name) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        Document secret =
                new Document("_id", name).append("key", Base64.getEncoder().encodeToString(key));
        return Mono.from(secrets.insertOne(secret))
                .onErrorResume(Secrets::isTaken, another -> Mono.empty())
                .then();
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
