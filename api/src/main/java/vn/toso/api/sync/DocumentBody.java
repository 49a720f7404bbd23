package vn.toso.api.sync;

import vn.toso.domain.change.Versioned;

/** A feature's part of sync: its documents as REST answers them. */
public interface DocumentBody<D extends Versioned<D>> {

    Class<D> type();

    /** The response's body. */
    Object of(D document);
}
