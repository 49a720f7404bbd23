package vn.toso.notifications.device;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldErrors;

/**
 * What a phone says of itself.
 *
 * @param pushToken null when it has none, as when its owner allowed no notifications
 */
public record DeviceForm(Platform platform, @Nullable String pushToken, String appVersion, String locale) {

    private static final int LONGEST_TOKEN = 4_096;
    private static final int LONGEST_VERSION = 40;

    /** Without white space; a prefix of ours marks those that have none. */
    private static final Pattern TOKEN = Pattern.compile("(?!none:)[\\x21-\\x7e]+");

    private static final Pattern VERSION = Pattern.compile("[\\x20-\\x7e]+");

    /** BCP 47, and the underscore of older systems. */
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}");

    /** Throws {@code invalid} with everything that is wrong. */
    void check() {
        FieldErrors errors = new FieldErrors();
        if (pushToken != null) {
            errors.check(pushToken.length() <= LONGEST_TOKEN, "/pushToken", "too-long", LONGEST_TOKEN);
            errors.check(TOKEN.matcher(pushToken).matches(), "/pushToken", "push-token");
        }
        errors.check(appVersion.length() <= LONGEST_VERSION, "/appVersion", "too-long", LONGEST_VERSION);
        errors.check(VERSION.matcher(appVersion).matches(), "/appVersion", "characters");
        errors.check(LOCALE.matcher(locale).matches(), "/locale", "locale");
        errors.throwIfAny();
    }
}
