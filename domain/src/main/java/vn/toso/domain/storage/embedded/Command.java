package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** One command of a client, from its arrival to its answer. */
final class Command {

    /** The server can't be used any more; drivers take it as such and not as a fault of the command. */
    private static final int SHUTDOWN_IN_PROGRESS = 91;

    private final Commands commands;
    private final ClientRequest request;
    private final Document body;
    private @Nullable Document answer;

    Command(Commands commands, ClientRequest request) {
        this.commands = commands;
        this.request = request;
        this.body = bodyOf(request);
    }

    private static Document bodyOf(ClientRequest request) {
        if (request instanceof MongoMessage message) {
            return message.getDocument();
        }
        if (request instanceof MongoQuery query && query.getCollectionName().equals("$cmd")) {
            Document body = query.getQuery();
            return body.get("$query") instanceof Document wrapped ? wrapped : body;
        }
        throw new IllegalArgumentException("not a command: " + request.getClass());
    }

    boolean isHandshake() {
        return Commands.isHandshake(body);
    }

    boolean isRead() {
        return commands.isRead(request.getDatabaseName(), body);
    }

    void execute() {
        answer = commands.answer(channel(), request.getDatabaseName(), body);
    }

    /** Takes the answer back, as what was done won't last. */
    void fail(String reason) {
        answer = Commands.refusal(SHUTDOWN_IN_PROGRESS, "ShutdownInProgress", reason);
    }

    /** A client that is gone gets none. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void reply() {
        Document document = answer == null ? new Document("ok", 0) : answer;
        MessageHeader header = new MessageHeader(0, request.getHeader().getRequestID());
        Object reply = request instanceof MongoMessage
                ? new MongoMessage(channel(), header, document)
                : new MongoReply(header, document);
        channel().writeAndFlush(reply);
    }

    private Channel channel() {
        return request.getChannel();
    }
}
