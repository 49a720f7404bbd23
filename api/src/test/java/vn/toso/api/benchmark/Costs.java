package vn.toso.api.benchmark;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A load with what it cost: processor time for each request, in milliseconds of one core.
 *
 * @param client this process, which asks
 */
record Costs(Load load, double client, double app, double database) {

    static Costs of(AppProcess app, int connections, Duration time, Supplier<Mono<?>> request) throws Exception {
        double clientBefore = clientSeconds();
        double appBefore = app.cpuSeconds();
        double databaseBefore = DatabaseProcesses.cpuSeconds();
        Load load = Load.closedLoop(connections, time, request);
        double each = 1_000.0 / load.micros().getTotalCount();
        return new Costs(
                load,
                (clientSeconds() - clientBefore) * each,
                (app.cpuSeconds() - appBefore) * each,
                (DatabaseProcesses.cpuSeconds() - databaseBefore) * each);
    }

    private static double clientSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1_000.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s   CPU ms: client %.1f, app %.1f, database %.1f", load, client, app, database);
    }
}
