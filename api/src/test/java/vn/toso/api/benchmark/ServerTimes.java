package vn.toso.api.benchmark;

import tools.jackson.databind.JsonNode;

/** How long the server took for requests to one address since a moment, as it says itself. */
final class ServerTimes {

    private final HttpCalls admin;
    private final String metric;
    private final double count;
    private final double seconds;

    private ServerTimes(HttpCalls admin, String metric) {
        this.admin = admin;
        this.metric = metric;
        this.count = statistic("COUNT");
        this.seconds = statistic("TOTAL_TIME");
    }

    static ServerTimes of(String url, String address) {
        return new ServerTimes(new HttpCalls(url), "/actuator/metrics/http.server.requests?tag=uri:" + address);
    }

    /** Of one request, from its first byte until its answer is written. */
    double meanMillis() {
        return (statistic("TOTAL_TIME") - seconds) / (statistic("COUNT") - count) * 1_000;
    }

    private double statistic(String name) {
        for (JsonNode measurement : admin.getJson(metric).get("measurements")) {
            if (measurement.get("statistic").asString().equals(name)) {
                return measurement.get("value").asDouble();
            }
        }
        throw new IllegalStateException("no " + name + " in " + metric);
    }
}
