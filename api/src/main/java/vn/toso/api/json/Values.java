package vn.toso.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.toso.domain.id.Id;

/** How ids, times and dates stand in JSON: as text in one form each. A time has its offset, answers that of Viet Nam. */
final class Values extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    Values() {
        super("toso");
        addSerializer(
                Instant.class,
                new AsText<>(
                        Instant.class,
                        at -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                at.atZone(VIET_NAM).toOffsetDateTime())));
        addSerializer(
                OffsetDateTime.class,
                new AsText<>(OffsetDateTime.class, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format));
        addDeserializer(OffsetDateTime.class, new FromText<>(OffsetDateTime.class, Dates::time));
        addDeserializer(
                Instant.class,
                new FromText<>(Instant.class, text -> Dates.time(text).toInstant()));
        addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, Dates::date));
        addDeserializer(UUID.class, new FromText<>(UUID.class, Ids::uuid));
        addSerializer(Id.class, new AsText<>(Id.class, id -> id.value().toString()));
        Ids.TYPES.forEach(this::addId);
    }

    private <I extends Id> void addId(Class<I> type) {
        addDeserializer(type, new FromText<>(type, text -> Ids.read(type, text)));
    }

    private static final class AsText<T> extends StdSerializer<T> {

        private final Function<T, String> form;

        AsText(Class<T> type, Function<T, String> form) {
            super(type);
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(form.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> reading;
        private final Class<T> type;

        FromText(Class<T> type, Function<String, T> reading) {
            super(type);
            this.type = type;
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(context.constructType(type), json);
            }
            String text = json.getString();
            try {
                return reading.apply(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                return (T) context.handleWeirdStringValue(type, text, "not in its form");
            }
        }
    }
}
