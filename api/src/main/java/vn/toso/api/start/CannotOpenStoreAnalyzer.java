package vn.toso.api.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.toso.domain.storage.CannotOpenStore;

/** Repeats what the store says, which names the remedy itself. */
final class CannotOpenStoreAnalyzer extends AbstractFailureAnalyzer<CannotOpenStore> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, CannotOpenStore cause) {
        return new FailureAnalysis(cause.getMessage(), null, failure);
    }
}
