package vn.toso.api.export;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.toso.domain.export.ExportRow;

/** A JSON object a line; what isn't known is left out. */
final class NdjsonWriter implements RowWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final List<String> columns;

    NdjsonWriter(List<String> columns) {
        this.columns = columns;
    }

    @Override
    public byte[] head() {
        return new byte[0];
    }

    @Override
    public byte[] rows(List<ExportRow> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (ExportRow row : rows) {
            try (JsonGenerator line = JSON.createGenerator(ObjectWriteContext.empty(), lines)) {
                line.writeStartObject();
                for (int i = 0; i < columns.size(); i++) {
                    write(line, columns.get(i), row.values().get(i));
                }
                line.writeEndObject();
            }
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    @Override
    public byte[] tail() {
        return new byte[0];
    }

    private static void write(JsonGenerator line, String name, @Nullable Object value) {
        if (value instanceof Long number) {
            line.writeNumberProperty(name, number);
        } else if (value instanceof Integer number) {
            line.writeNumberProperty(name, number);
        } else if (value instanceof Boolean yes) {
            line.writeBooleanProperty(name, yes);
        } else if (value != null) {
            line.writeStringProperty(name, value.toString());
        }
    }
}
