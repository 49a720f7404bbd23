package vn.toso.domain.storage.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: it carries out the commands that wait, commits once for all of them, and only then
 * answers. What arrives meanwhile is the next group. A commit never holds half of a command.
 *
 * <p>A read runs beside it, on the thread of its connection. While writes are under way its answer waits for their
 * commit, so that nobody is told of what can still be lost.
 */
final class CommitLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitLoop.class);

    private static final long LONGEST_GROUP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int COMMITS_BETWEEN_TIDYING = 128;

    private final StoreFile file;
    private final BlockingQueue<Command> writes = new LinkedBlockingQueue<>();
    private final Object lock = new Object();
    private final Thread thread;
    private List<Command> waitingReads = new ArrayList<>();
    private boolean underWay;
    private volatile @Nullable String broken;
    private volatile boolean closing;

    CommitLoop(StoreFile file) {
        this.file = file;
        this.thread = new Thread(this::run, "toso-store-commit");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Carries out a command that writes, and answers when it is committed. */
    void write(Command command) {
        writes.add(command);
    }

    /** Carries out a command that only reads, and answers when all it may have seen is committed. */
    void read(Command command) {
        execute(command);
        synchronized (lock) {
            if (underWay) {
                waitingReads.add(command);
                return;
            }
        }
        reply(command);
    }

    private void run() {
        int commits = 0;
        while (!closing || !writes.isEmpty()) {
            try {
                Command first = writes.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    runGroup(first);
                    commits++;
                }
                if (commits >= COMMITS_BETWEEN_TIDYING || (first == null && commits > 0)) {
                    tidy();
                    commits = 0;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void runGroup(Command first) {
        begin();
        List<Command> group = new ArrayList<>();
        long start = System.nanoTime();
        for (Command next = first; next != null; next = nextWithin(start)) {
            group.add(next);
            execute(next);
        }
        commit();
        group.forEach(this::reply);
        end().forEach(this::reply);
    }

    private @Nullable Command nextWithin(long start) {
        return System.nanoTime() - start < LONGEST_GROUP_NANOS ? writes.poll() : null;
    }

    private void begin() {
        synchronized (lock) {
            underWay = true;
        }
    }

    private List<Command> end() {
        synchronized (lock) {
            underWay = false;
            List<Command> answered = waitingReads;
            waitingReads = new ArrayList<>();
            return answered;
        }
    }

    private void execute(Command command) {
        if (broken == null) {
            command.execute();
        }
    }

    private void commit() {
        unlessBroken(file::commit);
    }

    private void tidy() {
        unlessBroken(() -> {
            file.tidy();
            file.commit();
        });
    }

    private void unlessBroken(Runnable work) {
        try {
            if (broken == null) {
                work.run();
            }
        } catch (RuntimeException e) {
            breakDown(e);
        }
    }

    /** What the maps hold in memory and the file doesn't is neither acknowledged nor shown to anybody. */
    private void breakDown(RuntimeException cause) {
        broken = "The embedded store can't write its file (" + reason(cause)
                + "). Make room for it and start the server again; what was acknowledged is kept.";
        LOG.error(broken, cause);
    }

    /** What the operating system says, which MVStore wraps in words of its own. */
    private static @Nullable String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    private void reply(Command command) {
        String reason = broken;
        if (reason != null) {
            command.fail(reason);
        }
        command.reply();
    }

    /** Finishes what waits. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
