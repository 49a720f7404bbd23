package vn.toso.notifications.delivery;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Writes to the log what would have gone out. */
public final class LogSender implements PushSender {

    private static final Logger LOG = LoggerFactory.getLogger(LogSender.class);

    @Override
    public Mono<List<Receipt>> send(List<Outgoing> messages) {
        return Mono.fromSupplier(() -> messages.stream().map(LogSender::logged).toList());
    }

    /** Without the token, by which anybody could be told anything. */
    private static Receipt logged(Outgoing message) {
        LOG.info("push to {}: {} {}", message.platform(), message.data(), message.text());
        return Receipt.SENT;
    }

    @Override
    public String description() {
        return "the log only; set toso.firebase.credentials to reach phones";
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
