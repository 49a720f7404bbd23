package vn.toso.domain.storage;

import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** That there is a document, and in which state; read in the place of the whole of it. */
public record Stamp(@BsonId UUID id, Revision revision) {}
