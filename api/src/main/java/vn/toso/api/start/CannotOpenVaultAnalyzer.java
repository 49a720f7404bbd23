package vn.toso.api.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import vn.toso.domain.vault.CannotOpenVault;

/** Repeats what the vault says, which names the remedy itself. */
final class CannotOpenVaultAnalyzer extends AbstractFailureAnalyzer<CannotOpenVault> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, CannotOpenVault cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
    }
}
