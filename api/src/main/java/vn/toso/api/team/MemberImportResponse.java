package vn.toso.api.team;

import java.time.Instant;
import java.util.List;
import vn.toso.api.sheet.RowError;
import vn.toso.domain.id.MemberId;

/**
 * What came of a list, or would come of it.
 *
 * @param dryRun whether nobody was invited
 * @param members how many were invited
 * @param invited who, with their codes; empty in a dry run
 * @param alreadyThere how many were members or invited before
 * @param errors what is wrong with rows; those were left out
 * @param ignoredColumns headings whose columns were not read
 */
record MemberImportResponse(
        boolean dryRun,
        int members,
        List<Invited> invited,
        int alreadyThere,
        List<RowError> errors,
        List<String> ignoredColumns) {

    /**
     * Somebody who was invited.
     *
     * @param row as the spreadsheet shows it
     * @param code to be told to the member; shown this once and kept nowhere
     */
    record Invited(int row, MemberId memberId, String name, String code, Instant expiresAt) {}
}
