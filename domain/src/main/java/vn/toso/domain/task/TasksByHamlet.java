package vn.toso.domain.task;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.ByHamlet;

/** Tasks hamlet by hamlet; the database sorts what its index found of a hamlet. */
public final class TasksByHamlet implements ByHamlet<Task> {

    private final Tasks tasks;
    private final List<Bson> filters = new ArrayList<>();

    /**
     * @param from first day on which they were given, in Asia/Ho_Chi_Minh; null for any
     * @param to last day; null for any
     * @param service only tasks that want this service; null for any
     */
    public TasksByHamlet(Tasks tasks, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String service) {
        this.tasks = tasks;
        if (from != null) {
            filters.add(gte("assignedAt", Days.startOf(from)));
        }
        if (to != null) {
            filters.add(lt("assignedAt", Days.startOf(to.plusDays(1))));
        }
        if (service != null) {
            filters.add(eq("services", service));
        }
    }

    @Override
    public Place placeOf(Task task) {
        return new Place(task.hamletId(), null, task.id().value());
    }

    @Override
    public FindPublisher<Task> first(List<AreaId> hamlets, int limit) {
        return find(in("hamletId", hamlets), limit).sort(ascending("hamletId", "_id"));
    }

    @Override
    public FindPublisher<Task> after(Place place, int limit) {
        return find(and(eq("hamletId", place.hamlet()), gt("_id", place.id())), limit)
                .sort(ascending("_id"));
    }

    private FindPublisher<Task> find(Bson where, int limit) {
        List<Bson> all = new ArrayList<>(filters);
        all.add(where);
        return tasks.collection().documents().find(and(all)).limit(limit).batchSize(limit + 1);
    }
}
