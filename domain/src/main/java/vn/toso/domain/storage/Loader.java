package vn.toso.domain.storage;

import reactor.core.publisher.Mono;

/**
 * Fills the store with what an installation starts from: reference data, demo data. Every start runs all of them, in
 * their order and before the node serves; so loading again must write nothing, two nodes may load at the same time, and
 * a load that was killed goes on where it stopped.
 */
public interface Loader {

    /** What it loads, in a word or two for logs: {@code reference data}. */
    String name();

    /** Completes when everything is in the store, with one line for the start-up log that says what was written. */
    Mono<String> load();
}
