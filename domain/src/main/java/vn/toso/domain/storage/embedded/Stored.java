package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A document in a collection, as values and as bytes, each made of the other when it is first asked for: writing a page
 * doesn't encode its other documents again, and reading one doesn't decode what nobody wants.
 */
final class Stored {

    private volatile @Nullable Document document;
    private volatile byte @Nullable [] bytes;

    /** The document belongs to the collection from now on: nobody alters it. */
    Stored(Document document) {
        this.document = document;
    }

    Stored(byte[] bson) {
        this.bytes = bson;
    }

    Document document() {
        Document known = document;
        if (known == null) {
            known = BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes()));
            document = known;
        }
        return known;
    }

    byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            known = encoded(document());
            bytes = known;
        }
        return known;
    }

    private static byte[] encoded(Document document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        int start = buffer.arrayOffset();
        return Arrays.copyOfRange(buffer.array(), start, start + buffer.readableBytes());
    }
}
