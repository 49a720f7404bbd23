package vn.toso.api.household;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.world.TestWorld;

/** Households as phones send them. */
final class HouseholdRequests {

    private final Map<String, Object> body = new LinkedHashMap<>();
    private final List<Object> residents = new ArrayList<>();

    private HouseholdRequests() {}

    /** With an id of its own, in Lan's hamlet, nobody in it. */
    static HouseholdRequests aRequest(String headName) {
        HouseholdRequests request = new HouseholdRequests();
        request.body.put("id", UUID.randomUUID().toString());
        request.body.put("hamletId", TestWorld.XOM_1.id().toString());
        request.body.put("headName", headName);
        return request;
    }

    HouseholdRequests in(AreaId hamlet) {
        return with("hamletId", hamlet.toString());
    }

    HouseholdRequests with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    HouseholdRequests resident(String name, int birthYear) {
        residents.add(Map.of("id", UUID.randomUUID().toString(), "name", name, "birthYear", birthYear));
        return with("residents", residents);
    }

    Map<String, Object> body() {
        return body;
    }

    Reply sentBy(Caller caller) {
        return caller.posts("/v1/households", body);
    }

    /** A hamlet of Minh Hợp that no other test knows. */
    static AreaId newHamlet(Caller leader, String name) {
        Reply added = leader.posts(
                        "/v1/areas",
                        Map.of(
                                "name",
                                name,
                                "type",
                                "BAN",
                                "parentId",
                                TestWorld.MINH_HOP.id().toString()))
                .is(201);
        return AreaId.of(added.at("/id"));
    }
}
