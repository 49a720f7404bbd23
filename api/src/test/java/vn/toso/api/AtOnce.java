package vn.toso.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs calls at the same instant, each on a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** What each of them came back with, in their order. */
    public static List<Reply> run(Stream<Callable<Reply>> calls) {
        List<Callable<Reply>> all = calls.toList();
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        CountDownLatch ready = new CountDownLatch(all.size());
        try {
            List<Future<Reply>> running = new ArrayList<>();
            for (Callable<Reply> call : all) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> one : running) {
                replies.add(one.get());
            }
            return replies;
        } catch (ExecutionException e) {
            throw new AssertionError("a call failed", e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
