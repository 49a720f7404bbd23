package vn.toso.api.problem;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a controller's parameter is called in the address. */
public final class ParameterName {

    private ParameterName() {}

    public static String of(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        String said = query != null ? query.value() : path != null ? path.value() : "";
        String name = said.isEmpty() ? parameter.getParameterName() : said;
        return name == null ? "" : name;
    }
}
