package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks MongoDB's protocol on a free port of the loopback interface, for this process's own driver.
 *
 * <p>An acknowledged write survives the death of the process at any moment: the answer waits for its commit, which hands
 * the bytes to the operating system. A power failure may take the last two seconds; MVStore then goes back to the last
 * state that is whole on the disk.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private final StoreFile file;
    private final Commands commands;
    private final CommitLoop commits;
    private final PowerGuard guard;
    private final EventLoopGroup threads;
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;

    private EmbeddedServer(StoreFile file) {
        this.file = file;
        this.commands = new Commands(file);
        this.commits = new CommitLoop(file);
        this.guard = new PowerGuard(file);
        this.threads = new MultiThreadIoEventLoopGroup(
                0, new DefaultThreadFactory("toso-store", true), NioIoHandler.newFactory());
        this.listener = listen();
        commits.start();
        if (file.isOnDisk()) {
            guard.start();
        }
    }

    /** @throws org.h2.mvstore.MVStoreException if the file is locked, damaged, of a later format or can't be written */
    public static EmbeddedServer open(Path file) {
        return open(StoreFile.open(file));
    }

    /** A server whose data end with it. */
    public static EmbeddedServer inMemory() {
        return open(StoreFile.open(null));
    }

    private static EmbeddedServer open(StoreFile file) {
        try {
            return new EmbeddedServer(file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Where its clients connect. */
    public String uri() {
        InetSocketAddress address = (InetSocketAddress) listener.localAddress();
        return "mongodb://127.0.0.1:" + address.getPort() + "/";
    }

    private Channel listen() {
        return new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 100)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    public void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new MongoWireReplyEncoder())
                                .addLast(new MongoWireMessageEncoder())
                                .addLast(new MongoWireProtocolHandler())
                                .addLast(new Client());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Stops taking commands, finishes those it has, closes the file. */
    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        commits.close();
        guard.close();
        clients.close().awaitUninterruptibly();
        threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        commands.close();
        file.close();
    }

    private final class Client extends SimpleChannelInboundHandler<ClientRequest> {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            clients.add(context.channel());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            commands.handleClose(context.channel());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
            Command command = new Command(commands, request);
            if (command.isHandshake()) {
                command.execute();
                command.reply();
            } else if (command.isRead()) {
                commits.read(command);
            } else {
                commits.write(command);
            }
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored")
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.debug("A connection to the embedded store ended", cause);
            context.close();
        }
    }
}
