package vn.toso.seed.phone;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.toso.seed.phone.Transport.Answer;

/** The server answered with a problem to the request as a whole. Nothing is lost: the phone comes again later. */
public final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable Duration retryAfter;

    Refusal(Answer answer) {
        super(answer.status() + " " + answer.body());
        this.status = answer.status();
        this.code = answer.body().path("code").asString("");
        this.retryAfter = answer.retryAfter();
    }

    public int status() {
        return status;
    }

    /** The stable code, such as {@code resync-required}. */
    public String code() {
        return code;
    }

    /** How long the server asks to be left alone; null when it doesn't. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
