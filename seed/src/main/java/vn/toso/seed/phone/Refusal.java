package vn.toso.seed.phone;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** The server answered with a problem to the request as a whole. Nothing is lost: the phone comes again later. */
public final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, JsonNode problem) {
        super(status + " " + problem);
        this.status = status;
        this.code = problem.path("code").asString("");
    }

    public int status() {
        return status;
    }

    /** The stable code, such as {@code resync-required}. */
    public String code() {
        return code;
    }
}
