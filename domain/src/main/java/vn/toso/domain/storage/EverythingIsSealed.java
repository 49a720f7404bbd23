package vn.toso.domain.storage;

import reactor.core.publisher.Flux;

/** What is to be sealed is, and every seal opens. */
public final class EverythingIsSealed implements Invariant {

    private final Store store;

    public EverythingIsSealed(Store store) {
        this.store = store;
    }

    @Override
    public String promise() {
        return "citizens' data lie sealed, and every seal opens";
    }

    @Override
    public Flux<Broken> broken() {
        return store.vault()
                .flaws()
                .map(document -> new Broken(document, "holds something unsealed, or a seal that does not open"));
    }
}
