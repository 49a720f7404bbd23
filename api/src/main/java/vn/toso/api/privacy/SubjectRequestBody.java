package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.privacy.HandleRequests;
import vn.toso.domain.privacy.SubjectRequest;

/**
 * What somebody asks about the own data.
 *
 * @param channel how it came, such as `at-door`, `paper`, `phone`
 * @param representative who asks for a child under 16, and by what right; required for a child
 */
@Schema(name = "NewSubjectRequest")
record SubjectRequestBody(
        ResidentId residentId,
        SubjectRequest.Kind kind,
        String channel,
        @Nullable String representative,
        @Nullable String note) {

    HandleRequests.Command toCommand() {
        return new HandleRequests.Command(residentId, kind, channel, representative, note);
    }
}
