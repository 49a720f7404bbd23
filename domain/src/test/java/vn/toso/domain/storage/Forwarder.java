package vn.toso.domain.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port of the loopback interface that passes everything on to another, until it is told to freeze or to cut. */
public final class Forwarder implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean frozen;
    private volatile boolean cut;

    /** @param port 0 for a free one */
    public Forwarder(int port, int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        inBackground(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on nothing passes, yet every connection stays open. */
    public void freeze() {
        frozen = true;
    }

    /** Ends every connection and refuses new ones. */
    public void cut() {
        cut = true;
        sockets.forEach(Forwarder::close);
    }

    public void resume() {
        frozen = false;
        cut = false;
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            if (cut) {
                close(client);
                continue;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(server);
            inBackground(() -> pass(client, server));
            inBackground(() -> pass(server, client));
        }
    }

    private void pass(Socket from, Socket to) throws IOException {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                if (!frozen) {
                    to.getOutputStream().write(bytes, 0, n);
                }
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A connection that breaks is what this is for. */
    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(listener);
        cut();
    }
}
