package vn.toso.api.badge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody at the door is a member. A code that is too old, one that was made up and one of somebody who is no
 * member any more are answered alike.
 *
 * @param name of the member; absent with all that follows when the code isn't valid
 * @param communes where the member works
 * @param validUntil when the code stops being good
 * @param notice what a member never asks for
 */
record BadgeResponse(
        boolean valid,
        @Nullable String name,
        @Nullable String team,
        @Nullable List<String> communes,
        @Nullable Instant validUntil,
        String notice) {}
