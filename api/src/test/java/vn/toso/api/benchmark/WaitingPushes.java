package vn.toso.api.benchmark;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Pushes of as many members with a phone each, which all come due at one moment. */
final class WaitingPushes {

    private static final int AT_A_TIME = 1_000;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final MongoDatabase database;

    WaitingPushes(MongoDatabase database) {
        this.database = database;
    }

    /** Copies of a member of the demo, so that each push is looked at as any other is. */
    void put(int count, Instant dueAt) {
        BsonDocument member = Mono.from(database.getCollection("members", BsonDocument.class)
                        .find(new Document("role", "TEAM_MEMBER").append("status", "ACTIVE"))
                        .first())
                .block(SOON);
        member.remove("subject");
        for (int done = 0; done < count; done += AT_A_TIME) {
            putPart(member, Math.min(AT_A_TIME, count - done), dueAt);
        }
    }

    private void putPart(BsonDocument member, int count, Instant dueAt) {
        List<BsonDocument> members = new ArrayList<>();
        List<Document> devices = new ArrayList<>();
        List<Document> pushes = new ArrayList<>();
        Instant now = Instant.now();
        for (int i = 0; i < count; i++) {
            UUID person = UUID.randomUUID();
            UUID phone = UUID.randomUUID();
            UUID notice = UUID.randomUUID();
            BsonDocument copy = member.clone();
            copy.put("_id", new BsonBinary(person));
            copy.getDocument("revision")
                    .put(
                            "updatedAt",
                            new BsonDateTime(
                                    Instant.now().minus(Duration.ofDays(30)).toEpochMilli()));
            members.add(copy);
            devices.add(new Document("_id", phone)
                    .append("memberId", person)
                    .append("platform", "ANDROID")
                    .append("pushToken", "drained-" + phone)
                    .append("appVersion", "1.0")
                    .append("locale", "vi-VN")
                    .append("registeredAt", now)
                    .append("lastSyncAt", now));
            pushes.add(new Document("_id", notice + ":" + phone)
                    .append("notice", notice)
                    .append("device", phone)
                    .append("member", person)
                    .append("kind", "TASK_ASSIGNED")
                    .append("subject", notice)
                    .append("facts", new Document())
                    .append("urgent", false)
                    .append("lane", "PERSONAL")
                    .append("state", "WAITING")
                    .append("enqueuedAt", now)
                    .append("dueAt", dueAt)
                    .append("attempts", 0));
        }
        Mono.from(database.getCollection("members", BsonDocument.class).insertMany(members))
                .block(SOON);
        insert("devices", devices);
        insert("pushes", pushes);
    }

    private void insert(String collection, List<Document> documents) {
        MongoCollection<Document> target = database.getCollection(collection);
        Mono.from(target.insertMany(documents)).block(SOON);
    }
}
