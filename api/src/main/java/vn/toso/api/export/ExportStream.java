package vn.toso.api.export;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.export.ExportRow;

/**
 * The bytes of an export, made as the reader takes them: a page is read when the one before it is nearly gone, so that a
 * slow reader costs a few pages of memory and nothing in the database, and one who is gone costs nothing.
 */
final class ExportStream {

    /** The server asks for 128 of them ahead: two megabytes. */
    private static final int CHUNK = 16 * 1024;

    /** A reader who takes nothing for that long is cut off; the cursor tells where to go on. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private ExportStream() {}

    static Flux<DataBuffer> of(Flux<List<ExportRow>> pages, RowWriter writer, DataBufferFactory buffers) {
        return of(pages, writer, buffers, Schedulers.parallel());
    }

    /** With a time of a test's own. */
    static Flux<DataBuffer> of(
            Flux<List<ExportRow>> pages, RowWriter writer, DataBufferFactory buffers, Scheduler timer) {
        Flux<byte[]> parts = Flux.concat(
                Mono.fromSupplier(writer::head),
                pages.publishOn(Schedulers.parallel(), 1).map(writer::rows),
                Mono.fromSupplier(writer::tail));
        return parts.concatMapIterable(ExportStream::chunks, 1)
                .map(buffers::wrap)
                .timeout(PATIENCE, timer);
    }

    private static List<ByteBuffer> chunks(byte[] part) {
        List<ByteBuffer> chunks = new ArrayList<>(part.length / CHUNK + 1);
        for (int from = 0; from < part.length; from += CHUNK) {
            chunks.add(ByteBuffer.wrap(part, from, Math.min(CHUNK, part.length - from))
                    .slice());
        }
        return chunks;
    }
}
