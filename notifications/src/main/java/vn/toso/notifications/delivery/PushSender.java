package vn.toso.notifications.delivery;

import java.util.List;
import reactor.core.publisher.Mono;

/** The way out: Firebase, or the log of a server that has no credentials. */
public interface PushSender {

    /** Most messages of one call: FCM's own limit. */
    int MOST = 500;

    /**
     * Emits what became of each message, in their order, and fails for none of them.
     *
     * @param messages at most {@link #MOST}
     */
    Mono<List<Receipt>> send(List<Outgoing> messages);

    /** Where messages go, in a few words for whoever starts the server. */
    String description();

    /** Lets go of threads and connections; nothing is sent afterwards. */
    void close();
}
