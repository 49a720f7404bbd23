package vn.toso.api.limits;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections of the node, and closes those that are too many. */
@Sharable
final class OpenConnections extends ChannelInboundHandlerAdapter {

    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    OpenConnections(int most) {
        this.most = most;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nothing is left to do when it is closed
    public void channelActive(ChannelHandlerContext connection) throws Exception {
        if (open.incrementAndGet() > most) {
            connection.close();
        } else {
            super.channelActive(connection);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) throws Exception {
        open.decrementAndGet();
        super.channelInactive(connection);
    }
}
