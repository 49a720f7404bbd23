package vn.toso.domain.storage;

import reactor.core.publisher.Flux;

/** What is always true of what is stored, whatever crashed in between; each feature declares its own. */
public interface Invariant {

    /**
     * Something stored that contradicts something else that is stored.
     *
     * @param document collection and id; never anything about a person
     * @param contradiction in a few words, for an operator
     */
    record Broken(String document, String contradiction) {}

    /** The promise in a sentence, for an operator. */
    String promise();

    /** Everything that breaks it now; what is under way at this moment may be among it. Reads, and writes nothing. */
    Flux<Broken> broken();
}
