package vn.toso.domain.privacy;

import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.XOM_DONG;

import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.privacy.SubjectRequest.Kind;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.WorkingWorld;

/** People who ask about their own data, and what takes that in, for tests. */
final class Asking {

    static final ResidentId HER = Names.resident("Moong Thị Xuyến");

    /** 16 this year, or not yet. */
    static final ResidentId CHILD = Names.resident("Moong Văn Tí");

    /** 17 this year: 16 for sure. */
    static final ResidentId GROWN = Names.resident("Moong Văn Anh");

    /** Nobody asked when that one was born. */
    static final ResidentId AGELESS = Names.resident("Moong Văn Cả");

    /** Lives in the other commune. */
    static final ResidentId ELSEWHERE = Names.resident("Lô Thị Hiền");

    private Asking() {}

    /** Puts them into their households. */
    static void settle(WorkingWorld world) {
        world.people.put(
                aHousehold("Moong Thị Xuyến")
                        .with(
                                aResident("Moong Thị Xuyến"),
                                aResident("Moong Văn Tí").born(2010),
                                aResident("Moong Văn Anh").born(2009),
                                aResident("Moong Văn Cả").born(null)),
                aHousehold("Lô Thị Hiền").in(XOM_DONG).with(aResident("Lô Thị Hiền")));
    }

    /** That of one node; another call is another node. */
    static HandleRequests in(WorkingWorld world) {
        return new HandleRequests(
                requests(world),
                new People(world.people.households),
                new Holidays(world.store),
                world.clock,
                IdSource.timeOrdered());
    }

    static SubjectRequests requests(WorkingWorld world) {
        return new SubjectRequests(world.store, world.log, world.clock);
    }

    static HandleRequests.Command asks(ResidentId who, Kind kind) {
        return new HandleRequests.Command(who, kind, "at-door", null, null);
    }
}
