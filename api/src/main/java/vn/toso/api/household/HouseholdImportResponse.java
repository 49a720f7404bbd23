package vn.toso.api.household;

import java.util.List;
import vn.toso.api.sheet.RowError;

/**
 * What came of a list, or would come of it.
 *
 * @param dryRun whether nothing was written
 * @param households how many were registered
 * @param residents how many people live in those
 * @param alreadyThere how many were registered by the same list before
 * @param errors what is wrong with rows; their households were left out
 * @param ignoredColumns headings whose columns were not read
 */
record HouseholdImportResponse(
        boolean dryRun,
        int households,
        int residents,
        int alreadyThere,
        List<RowError> errors,
        List<String> ignoredColumns) {}
