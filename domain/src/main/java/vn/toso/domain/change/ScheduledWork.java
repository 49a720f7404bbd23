package vn.toso.domain.change;

import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Work that comes back. One node at a time does it under a lease; two may overlap when one was frozen or has a wrong
 * clock, so it must bear being done twice.
 *
 * @param name of the lease; never changed once released
 * @param every the pause between two runs; another node takes over within twice that when the one that ran it is gone
 * @param run one run; an error is logged once a streak and tried again soon
 */
public record ScheduledWork(String name, Duration every, Supplier<Mono<Void>> run) {}
