package vn.toso.api.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;

/** Reads a body and then asks whether everything that its record requires is there. */
final class RequestDecoder extends JacksonJsonDecoder {

    RequestDecoder(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Object decode(
            DataBuffer buffer, ResolvableType type, @Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
        Object body = super.decode(buffer, type, mimeType, hints);
        List<FieldError> missing = Required.missingIn(body);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        return body;
    }
}
