package vn.toso.notifications.fcm;

/** Firebase can't be used as it is set; the message says why, in a sentence for an operator. */
public final class BadFirebaseSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadFirebaseSettings(String reason, Throwable cause) {
        super(reason, cause);
    }

    BadFirebaseSettings(String reason) {
        super(reason);
    }
}
