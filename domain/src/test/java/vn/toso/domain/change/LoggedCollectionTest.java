package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BSONException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class LoggedCollectionTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AreaId HERE = new AreaId(new UUID(0, 1));
    private static final AreaId THERE = new AreaId(new UUID(0, 2));

    private final Store store = TestStore.open("LoggedCollection");
    private final ChangeLog log = new ChangeLog(store, Clock.systemUTC());
    private final LoggedCollection<Paper> papers = new LoggedCollection<>(
            store,
            log,
            Clock.systemUTC(),
            "paper",
            "papers",
            Paper.class,
            List.of(new IndexModel(Indexes.ascending("text"), new IndexOptions().unique(true))));

    @BeforeEach
    void open() {
        log.createIndexes().block(SOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Paper insert(Paper paper) {
        return papers.insert(Actor.SYSTEM, paper).block(SOON);
    }

    private List<String> logged() {
        return ChangeLogTest.ids(log.after(Cursor.START, 10_000).collectList().block(SOON));
    }

    private Paper stored(Paper paper) {
        return papers.find(paper.id()).block(SOON);
    }

    @Test
    void what_is_answered_is_what_is_stored_and_it_is_logged() {
        Paper first = insert(Paper.of("one"));
        Paper second = papers.replace(Actor.SYSTEM, first.saying("two")).block(SOON);

        assertThat(second).isEqualTo(stored(second));
        assertThat(second.revision().version()).isEqualTo(2);
        assertThat(logged()).containsExactly(first.entry(), second.entry());
    }

    @Test
    void a_taken_key_fails_alone_and_logs_nothing() {
        Paper first = insert(Paper.of("one"));
        List<Paper> papersAtOnce = IntStream.range(0, 40)
                .mapToObj(i -> i % 10 == 3 ? Paper.of("one") : Paper.of("other " + i))
                .toList();

        List<Boolean> done = Flux.fromIterable(papersAtOnce)
                .flatMapSequential(
                        paper -> papers.insert(Actor.SYSTEM, paper)
                                .map(p -> true)
                                .onErrorResume(DuplicateDocument.class, e -> Mono.just(false)),
                        40)
                .collectList()
                .block(SOON);

        assertThat(done)
                .isEqualTo(IntStream.range(0, 40).mapToObj(i -> i % 10 != 3).toList());
        assertThat(logged()).hasSize(37).contains(first.entry());
    }

    @Test
    void a_document_that_no_store_can_hold_fails_alone() {
        String tooLong = "x".repeat(17 << 20);
        List<Paper> together = List.of(Paper.of("one"), Paper.of(tooLong), Paper.of("two"));

        List<String> done = Flux.fromIterable(together)
                .flatMapSequential(
                        paper -> papers.insert(Actor.SYSTEM, paper)
                                .map(Paper::text)
                                .onErrorResume(BSONException.class, e -> Mono.just("refused")),
                        3)
                .collectList()
                .block(SOON);

        assertThat(done).containsExactly("one", "refused", "two");
        assertThat(logged()).hasSize(2);
    }

    @Test
    void an_insert_whose_entry_got_lost_is_mended_by_its_repeat() {
        Paper lost = Paper.of("lost");
        Paper written = lost.revised(Revision.NONE.next(Clock.systemUTC().instant(), Actor.SYSTEM.memberId()));
        Mono.from(papers.documents().insertOne(written)).block(SOON);

        Paper answer = papers.insert(Actor.SYSTEM, lost)
                .onErrorResume(
                        DuplicateDocument.class, e -> papers.find(lost.id()).flatMap(papers::ensureLogged))
                .block(SOON);
        papers.ensureLogged(answer).block(SOON);

        assertThat(answer.text()).isEqualTo("lost");
        assertThat(logged()).containsExactly(written.entry());
    }

    @Test
    void a_replacement_of_what_changed_meanwhile_writes_and_logs_nothing() {
        Paper first = insert(Paper.of("one"));
        Paper second = papers.replace(Actor.SYSTEM, first.saying("two")).block(SOON);

        assertThatThrownBy(() ->
                        papers.replace(Actor.SYSTEM, first.saying("three")).block(SOON))
                .isInstanceOf(StaleVersion.class);
        insert(Paper.of("taken"));
        assertThatThrownBy(() ->
                        papers.replace(Actor.SYSTEM, second.saying("taken")).block(SOON))
                .isInstanceOf(DuplicateDocument.class);

        assertThat(stored(first)).isEqualTo(second);
        assertThat(logged()).hasSize(3);
    }

    @Test
    void many_inserts_leave_out_those_whose_key_is_taken() {
        Paper first = insert(Paper.of("one"));

        List<Paper> added = papers.insertAll(Actor.SYSTEM, List.of(Paper.of("one"), Paper.of("two"), first))
                .collectList()
                .block(SOON);

        assertThat(added).extracting(Paper::text).containsExactly("two");
        assertThat(logged()).hasSize(2);
        assertThat(papers.insertAll(Actor.SYSTEM, List.of()).collectList().block(SOON))
                .isEmpty();
    }

    @Test
    void many_replacements_leave_out_what_changed_meanwhile() {
        List<Paper> all = List.of(insert(Paper.of("one")), insert(Paper.of("two")), insert(Paper.of("three")));
        papers.replace(Actor.SYSTEM, all.get(1).saying("changed")).block(SOON);

        List<Paper> written = papers.replaceAll(
                        Actor.SYSTEM,
                        all.stream().map(p -> p.saying(p.text() + "!")).toList())
                .collectList()
                .block(SOON);

        assertThat(written).extracting(Paper::text).containsExactly("one!", "three!");
        assertThat(logged())
                .hasSize(6)
                .contains(written.get(0).entry(), written.get(1).entry());
        assertThat(papers.replaceAll(Actor.SYSTEM, List.of()).collectList().block(SOON))
                .isEmpty();
    }

    @Test
    void many_replacements_log_what_they_wrote_before_they_fail() {
        List<Paper> all = List.of(insert(Paper.of("one")), insert(Paper.of("two")));
        insert(Paper.of("taken"));

        assertThatThrownBy(() -> papers.replaceAll(
                                Actor.SYSTEM,
                                List.of(all.get(0).saying("free"), all.get(1).saying("taken")))
                        .blockLast(SOON))
                .isInstanceOf(MongoBulkWriteException.class);

        assertThat(logged()).hasSize(4).contains(stored(all.get(0)).entry());
        assertThat(stored(all.get(0)).text()).isEqualTo("free");
    }

    @Test
    void a_move_is_logged_for_both_hamlets_the_leave_first() {
        Paper here = insert(Paper.of("one").movedTo(HERE));
        Paper there = papers.replace(Actor.SYSTEM, here.movedTo(THERE)).block(SOON);
        Paper changed = papers.replace(Actor.SYSTEM, there.saying("changed")).block(SOON);

        List<Change> changes = log.after(Cursor.START, 10).collectList().block(SOON);
        assertThat(changes)
                .extracting(Change::id)
                .containsExactly(here.entry(), there.entry() + ":leave", there.entry(), changed.entry());
        assertThat(changes).extracting(Change::hamlet).containsExactly(HERE, HERE, THERE, THERE);
    }
}
