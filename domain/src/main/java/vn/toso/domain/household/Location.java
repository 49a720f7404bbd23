package vn.toso.domain.household;

/** A coarse place: WGS 84 degrees, kept to three decimals (about 100 m) and never finer. */
public record Location(double latitude, double longitude) {

    public Location {
        latitude = Math.rint(latitude * 1000) / 1000;
        longitude = Math.rint(longitude * 1000) / 1000;
    }
}
