package vn.toso.api.sync;

import java.util.Map;

/** A feature's part of push: which kinds of mutations are its own, and how their bodies are read. */
public interface WorkReader {

    /** A reader for each kind: {@code visit.record}. */
    Map<String, Reading> kinds();
}
