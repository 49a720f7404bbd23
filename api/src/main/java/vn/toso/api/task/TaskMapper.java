package vn.toso.api.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.task.AssignTasks;
import vn.toso.domain.task.LateWork;
import vn.toso.domain.task.Task;

/** Between a task on the wire and a task on file. */
@Mapper
interface TaskMapper {

    @Mapping(target = "householdIds", source = "householdIds", qualifiedByName = "noneIfAbsent")
    @Mapping(target = "services", source = "services", qualifiedByName = "noneIfAbsent")
    @Mapping(target = "priority", source = "priority", defaultValue = "NORMAL")
    AssignTasks.Command toCommand(TaskRequest request);

    @Mapping(target = "version", source = "revision.version")
    @Mapping(target = "overdue", source = "task", qualifiedByName = "overdue")
    @Mapping(target = "late", source = "task", qualifiedByName = "late")
    @Mapping(target = "lateWork", source = "lateWork", qualifiedByName = "absentIfNone")
    @Mapping(target = "generated", source = "generated", qualifiedByName = "trueOrAbsent")
    TaskResponse toResponse(Task task, @Context LocalDate today);

    List<TaskResponse> toResponses(List<Task> tasks, @Context LocalDate today);

    @Named("noneIfAbsent")
    default <T> List<T> noneIfAbsent(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    @Named("absentIfNone")
    default @Nullable List<TaskResponse.Late> absentIfNone(List<LateWork> late) {
        return late.isEmpty() ? null : late.stream().map(this::toResponse).toList();
    }

    TaskResponse.Late toResponse(LateWork late);

    @Named("overdue")
    default boolean isOverdue(Task task, @Context LocalDate today) {
        return task.isOverdue(today);
    }

    /** Absent while it isn't done. */
    @Named("late")
    default @Nullable Boolean isLate(Task task) {
        return task.completedAt() == null ? null : (Boolean) task.isLate();
    }

    @Named("trueOrAbsent")
    default @Nullable Boolean trueOrAbsent(boolean generated) {
        return generated ? Boolean.TRUE : null;
    }
}
