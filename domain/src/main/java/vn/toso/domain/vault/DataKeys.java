package vn.toso.domain.vault;

import java.util.List;
import java.util.Map;

/**
 * The data keys as a node knows them.
 *
 * @param current seals and marks
 * @param known opens what it sealed, by id
 * @param searched by whose marks documents may be found now
 */
record DataKeys(DataKey current, Map<Integer, DataKey> known, List<DataKey> searched) {

    static DataKeys of(DataKey only) {
        return new DataKeys(only, Map.of(only.id(), only), List.of(only));
    }
}
