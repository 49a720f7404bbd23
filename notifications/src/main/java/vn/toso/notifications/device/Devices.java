package vn.toso.notifications.device;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Store;

/** The phones, and every statement about them. */
public final class Devices {

    private static final String NAME = "devices";

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(ascending("pushToken"), new IndexOptions().unique(true)),
            new IndexModel(compoundIndex(ascending("memberId"), descending("lastSyncAt"))),
            new IndexModel(ascending("lastSyncAt")));

    /**
     * How many phones of members with these home areas did not synchronise.
     *
     * @param areas the home areas of each of their members
     */
    public record Silent(List<AreaId> areas, long devices) {}

    /** When a phone, or all phones of a member, did. */
    record Sync(MemberId member, @Nullable DeviceId device, Instant at) {}

    private final Store store;
    private final MongoCollection<Device> devices;

    public Devices(Store store) {
        this.store = store;
        this.devices = store.collection(NAME, Device.class);
    }

    public Mono<Void> createIndexes() {
        return store.createIndexes(NAME, INDEXES);
    }

    /** How many phones did not synchronise since a moment. */
    public Mono<Long> countSilentSince(Instant moment) {
        return Mono.from(devices.countDocuments(lt("lastSyncAt", moment)));
    }

    /** Forgets them; whoever takes such a phone up again registers it again. Emits how many they were. */
    public Mono<Long> removeSilentSince(Instant moment) {
        return Mono.from(devices.deleteMany(lt("lastSyncAt", moment))).map(DeleteResult::getDeletedCount);
    }

    public Mono<Device> find(DeviceId id) {
        return Mono.from(devices.find(eq("_id", id)).first());
    }

    /** In no particular order; ids without a phone are left out. */
    public Flux<Device> findAll(Collection<DeviceId> ids) {
        return ids.isEmpty() ? Flux.empty() : Flux.from(devices.find(in("_id", ids)));
    }

    /** The phones of these members that can be reached, in no particular order. */
    public Flux<Device> reachableOf(Collection<MemberId> members) {
        return members.isEmpty() ? Flux.empty() : Flux.from(statementOfReachable(members));
    }

    FindPublisher<Device> statementOfReachable(Collection<MemberId> members) {
        return devices.find(and(in("memberId", members), not(regex("pushToken", "^" + Device.NO_TOKEN))));
    }

    /** Phones that can be reached and did not synchronise since then, in no particular order. */
    public Flux<Device> reachableSilentSince(Instant moment) {
        return Flux.from(devices.find(and(lt("lastSyncAt", moment), not(regex("pushToken", "^" + Device.NO_TOKEN)))));
    }

    /** A member's phones, the one that synchronised last first. */
    Flux<Device> of(MemberId member) {
        return Flux.from(devices.find(eq("memberId", member)).sort(descending("lastSyncAt")));
    }

    /** Fails with a duplicate key when the id or the token is taken. */
    Mono<Void> insert(Device device) {
        return Mono.from(devices.insertOne(device)).then();
    }

    /** Emits whether it is still there; fails with a duplicate key when the token is taken. */
    Mono<Boolean> replace(Device device) {
        return Mono.from(devices.replaceOne(eq("_id", device.id()), device))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** The phone that has this token, unless it is this one. */
    Mono<Device> otherWith(String token, DeviceId device) {
        return Mono.from(
                devices.find(and(eq("pushToken", token), ne("_id", device))).first());
    }

    /** Takes a token away from the phone that has it; one that got another meanwhile keeps that. */
    public Mono<Void> removeToken(DeviceId device, String token) {
        return Mono.from(devices.updateOne(
                        and(eq("_id", device), eq("pushToken", token)), set("pushToken", Device.withoutToken(device))))
                .then();
    }

    /** Takes their tokens away from phones, in one statement. */
    public Mono<Void> removeTokens(Map<DeviceId, String> tokens) {
        List<UpdateManyModel<Device>> models = tokens.entrySet().stream()
                .map(gone -> new UpdateManyModel<Device>(
                        and(eq("_id", gone.getKey()), eq("pushToken", gone.getValue())),
                        set("pushToken", Device.withoutToken(gone.getKey()))))
                .toList();
        return models.isEmpty() ? Mono.empty() : written(models);
    }

    /** Emits whether there was such a phone of that member. */
    Mono<Boolean> delete(DeviceId device, MemberId member) {
        return Mono.from(devices.deleteOne(and(eq("_id", device), eq("memberId", member))))
                .map(result -> result.getDeletedCount() == 1);
    }

    Mono<Void> noteSyncs(Collection<Sync> syncs) {
        return syncs.isEmpty()
                ? Mono.empty()
                : written(syncs.stream().map(Devices::noted).toList());
    }

    /** Phones that did not synchronise since then, by the home areas of their active members. */
    public Flux<Silent> silentSince(Instant moment) {
        return Flux.from(statementOfSilent(moment));
    }

    AggregatePublisher<Silent> statementOfSilent(Instant moment) {
        List<Bson> steps = List.of(
                match(lt("lastSyncAt", moment)),
                group("$memberId", sum("devices", 1)),
                lookup("members", "_id", "_id", "member"),
                unwind("$member"),
                match(eq("member.status", "ACTIVE")),
                group("$member.areas", sum("devices", "$devices")),
                project(fields(excludeId(), computed("areas", "$_id"), include("devices"))));
        return store.database().getCollection(NAME).aggregate(steps, Silent.class);
    }

    private static UpdateManyModel<Device> noted(Sync sync) {
        DeviceId device = sync.device();
        Bson which =
                device == null ? eq("memberId", sync.member()) : and(eq("_id", device), eq("memberId", sync.member()));
        return new UpdateManyModel<>(which, Updates.max("lastSyncAt", sync.at()));
    }

    private Mono<Void> written(List<? extends WriteModel<Device>> models) {
        return Mono.from(devices.bulkWrite(models, new BulkWriteOptions().ordered(false)))
                .then();
    }
}
