package vn.toso.domain.vault;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;

/** What lies in a database, as somebody reads it who goes past the product but has its keys. */
public final class Opened {

    private Opened() {}

    /** The documents of a collection with everything in its place that a vault knows to be sealed in them. */
    public static MongoCollection<Document> collection(MongoDatabase database, String name, Vault vault) {
        MongoCollection<Document> stored = database.getCollection(name);
        return vault.shelves().stream()
                .map(Vault.Shelf::sealing)
                .filter(sealing -> sealing.collection().equals(name))
                .map(sealing -> sealing.over(database.getCodecRegistry(), vault, Document.class))
                .map(stored::withCodecRegistry)
                .findFirst()
                .orElse(stored);
    }
}
