package vn.toso.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.storage.GroupCommit.Outcome;

class GroupCommitTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    /** Groups that wait until the test lets them go, in order. */
    private final List<Sinks.One<List<Outcome<String>>>> held = new ArrayList<>();

    private Mono<List<Outcome<String>>> answerAtOnce(List<Integer> group) {
        groups.add(group);
        return Mono.just(done(group));
    }

    private Mono<List<Outcome<String>>> hold(List<Integer> group) {
        groups.add(group);
        Sinks.One<List<Outcome<String>>> sink = Sinks.one();
        held.add(sink);
        return sink.asMono();
    }

    private static List<Outcome<String>> done(List<Integer> group) {
        return group.stream()
                .<Outcome<String>>map(item -> new Outcome.Done<>("did " + item))
                .toList();
    }

    @Test
    void a_lone_request_goes_out_at_once() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(10, this::hold);
        commits.submit(1).subscribe();
        assertThat(groups).containsExactly(List.of(1));
    }

    @Test
    void what_arrives_meanwhile_goes_out_together_and_each_gets_its_own_result() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(10, this::hold);
        List<String> answers = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> commits.submit(i).subscribe(answers::add));

        held.get(0).tryEmitValue(done(groups.get(0)));
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4));
        assertThat(answers).containsExactly("did 0");

        held.get(1).tryEmitValue(done(groups.get(1)));
        assertThat(answers).containsExactly("did 0", "did 1", "did 2", "did 3", "did 4");
    }

    @Test
    void a_group_is_never_larger_than_agreed() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(3, this::hold);
        IntStream.range(0, 9).forEach(i -> commits.submit(i).subscribe());
        for (int i = 0; i < held.size(); i++) {
            held.get(i).tryEmitValue(done(groups.get(i)));
        }
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5, 6), List.of(7, 8));
    }

    @Test
    void one_items_failure_is_its_own() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(
                10,
                group -> Mono.just(group.stream()
                        .<Outcome<String>>map(item -> item % 2 == 0
                                ? new Outcome.Done<>("did " + item)
                                : new Outcome.Failed<>(new IllegalArgumentException("odd " + item)))
                        .toList()));
        assertThat(commits.submit(2).block(SOON)).isEqualTo("did 2");
        assertThatThrownBy(() -> commits.submit(3).block(SOON)).hasMessage("odd 3");
    }

    @Test
    void a_failed_statement_fails_its_group_and_the_next_one_runs() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(10, this::hold);
        List<String> answers = new ArrayList<>();
        IntStream.range(0, 3)
                .forEach(i -> commits.submit(i).subscribe(answers::add, failure -> answers.add(failure.getMessage())));

        held.get(0).tryEmitError(new IllegalStateException("gone"));
        held.get(1).tryEmitValue(done(groups.get(1)));
        assertThat(answers).containsExactly("gone", "did 1", "did 2");
    }

    @Test
    void a_statement_that_throws_or_answers_too_little_leaves_nobody_waiting() {
        List<Mono<List<Outcome<String>>>> answers = new ArrayList<>(List.of(
                Mono.defer(() -> {
                    throw new IllegalStateException("thrown");
                }),
                Mono.empty(),
                Mono.just(List.of()),
                Mono.just(done(List.of(4)))));
        GroupCommit<Integer, String> commits = new GroupCommit<>(10, group -> answers.remove(0));

        assertThatThrownBy(() -> commits.submit(1).block(SOON)).hasMessage("thrown");
        assertThatThrownBy(() -> commits.submit(2).block(SOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> commits.submit(3).block(SOON)).isInstanceOf(IllegalStateException.class);
        assertThat(commits.submit(4).block(SOON)).isEqualTo("did 4");
    }

    @Test
    void an_abandoned_item_is_carried_out_all_the_same() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(10, this::hold);
        commits.submit(0).subscribe();
        Disposable abandoned = commits.submit(1).subscribe();
        abandoned.dispose();

        held.get(0).tryEmitValue(done(groups.get(0)));
        assertThat(groups).containsExactly(List.of(0), List.of(1));
    }

    @Test
    void statements_that_answer_at_once_pile_up_no_calls() {
        GroupCommit<Integer, String> commits = new GroupCommit<>(1, this::answerAtOnce);
        assertThat(Flux.range(0, 50_000).concatMap(commits::submit).count().block(SOON))
                .isEqualTo(50_000);
    }

    @Test
    void groups_that_waited_for_a_slow_one_pile_up_no_calls() {
        List<Sinks.One<List<Outcome<String>>>> first = new ArrayList<>();
        GroupCommit<Integer, String> commits = new GroupCommit<>(1, group -> {
            if (first.isEmpty()) {
                first.add(Sinks.one());
                return first.get(0).asMono();
            }
            return answerAtOnce(group);
        });
        AtomicInteger answered = new AtomicInteger();
        IntStream.range(0, 50_000).forEach(i -> commits.submit(i).subscribe(done -> answered.incrementAndGet()));

        first.get(0).tryEmitValue(done(List.of(0)));
        assertThat(answered).hasValue(50_000);
    }

    @Test
    void under_64_threads_every_item_is_carried_out_once_and_one_group_at_a_time() throws Exception {
        int threads = 64;
        int each = 500;
        int largest = 50;
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        GroupCommit<Integer, String> commits = new GroupCommit<>(largest, group -> {
            groups.add(group);
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Mono<List<Outcome<String>>> answer = Mono.fromSupplier(() -> {
                atOnce.decrementAndGet();
                return done(group);
            });
            return group.get(0) % 3 == 0 ? answer : answer.subscribeOn(Schedulers.parallel());
        });

        List<String> answers = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        for (int thread = 0; thread < threads; thread++) {
            int base = thread * each;
            pool.execute(() -> {
                await(start);
                Random random = new Random(base);
                Flux.range(base, each)
                        .flatMap(commits::submit, 1 + random.nextInt(8))
                        .doOnNext(answers::add)
                        .blockLast(SOON);
            });
        }
        start.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(mostAtOnce).hasValue(1);
        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeBetween(1, largest));
        assertThat(groups.stream().flatMap(List::stream).sorted())
                .isEqualTo(IntStream.range(0, threads * each).boxed().toList());
        assertThat(answers).hasSize(threads * each).doesNotHaveDuplicates();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
