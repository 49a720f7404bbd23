package vn.toso.api.task;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;

/** Who takes over: one of both. */
record ReassignRequest(
        @Nullable MemberId assigneeId, @Nullable TeamId teamId) {}
