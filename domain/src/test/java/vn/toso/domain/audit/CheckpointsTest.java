package vn.toso.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nodes sign how far the chains have come, one checkpoint behind the other. */
class CheckpointsTest {

    private static final int NODES = 8;

    private AuditWorld audit;

    @BeforeEach
    void open() {
        audit = AuditWorld.open("Checkpoints");
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void what_is_signed_is_not_signed_again_and_what_is_new_is() {
        UUID chain = audit.writtenAndSigned(3);
        await(audit.checkpoints.run());
        assertThat(audit.signed()).extracting(Checkpoint::tips).containsExactly(List.of(audit.link(chain, 3)));

        await(audit.trail.write(List.of(audit.deed())));
        await(audit.checkpoints.run());

        assertThat(audit.signed())
                .extracting(Checkpoint::tips)
                .containsExactly(List.of(audit.link(chain, 3)), List.of(audit.link(chain, 4)));
        assertThat(audit.faults()).isEmpty();
    }

    @Test
    void nodes_that_sign_at_the_same_moment_sign_one_behind_the_other() {
        List<Trail> nodes = Stream.generate(audit::anotherTrail).limit(NODES).toList();
        await(Flux.fromIterable(nodes)
                .flatMap(node -> node.write(List.of(audit.deed())))
                .then());

        await(Mono.when(
                nodes.stream().map(node -> audit.checkpointsOf(node).run()).toList()));

        assertThat(audit.signed())
                .extracting(Checkpoint::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, NODES).boxed().toList());
        assertThat(nodes).allSatisfy(node -> assertThat(node.unsealed()).isEmpty());
        assertThat(audit.faults()).isEmpty();
    }
}
