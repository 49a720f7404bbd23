package vn.toso.api.start;

/** The settings, or the place to store in, don't allow a start; says what and what to do about it. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param reason what is wrong, in a sentence for an operator
     * @param remedy what to do, in a sentence
     */
    public CannotStart(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
