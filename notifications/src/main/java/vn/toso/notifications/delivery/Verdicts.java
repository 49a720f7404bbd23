package vn.toso.notifications.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import vn.toso.domain.id.DeviceId;
import vn.toso.notifications.delivery.Plan.Going;
import vn.toso.notifications.delivery.Receipt.Verdict;

/** What FCM's answers to one batch mean for its pushes, for their phones and for us. */
final class Verdicts {

    /** FCM's word for a token of another project's app. */
    public static final String OTHER_SENDER = "other-sender";

    /** When so many tokens are all of another project, the project is wrong and not the tokens. */
    private static final int SUSPICIOUS = 10;

    private final List<Going> sent;
    private final List<Receipt> receipts;
    private final Instant now;
    private final RandomGenerator dice;

    Verdicts(List<Going> sent, List<Receipt> receipts, Instant now, RandomGenerator dice) {
        this.sent = sent;
        this.receipts = isOfOtherProject(receipts)
                ? receipts.stream()
                        .map(one -> Receipt.of(Verdict.NOT_ALLOWED, OTHER_SENDER))
                        .toList()
                : receipts;
        this.now = now;
        this.dice = dice;
    }

    private static boolean isOfOtherProject(List<Receipt> receipts) {
        return receipts.size() >= SUSPICIOUS
                && receipts.stream().allMatch(receipt -> receipt.reason().equals(OTHER_SENDER));
    }

    List<Receipt> receipts() {
        return receipts;
    }

    /** FCM let nobody in, so it is us and not one of the messages. */
    boolean isRefused() {
        return !isAdmitted() && receipts.stream().anyMatch(receipt -> receipt.verdict() == Verdict.NOT_ALLOWED);
    }

    /** FCM knew us: it said something about a message that only one who is let in hears. */
    boolean isAdmitted() {
        return receipts.stream()
                .anyMatch(receipt -> receipt.verdict() != Verdict.NOT_ALLOWED && receipt.verdict() != Verdict.LATER);
    }

    /** @param probeAt when pushes come back that our credentials kept from going out */
    Map<String, Mark> marks(Instant probeAt) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            marks.put(sent.get(i).push().id(), mark(sent.get(i).push(), receipts.get(i), probeAt));
        }
        return marks;
    }

    private Mark mark(Push push, Receipt receipt, Instant probeAt) {
        return switch (receipt.verdict()) {
            case SENT -> Mark.SENT;
            case TOKEN_GONE, REFUSED -> Mark.dropped(receipt.reason());
            case LATER -> again(push, receipt);
            case NOT_ALLOWED -> isAdmitted() ? again(push, receipt) : Mark.postponed(receipt.reason(), probeAt);
        };
    }

    private Mark again(Push push, Receipt receipt) {
        return Mark.again(receipt.reason(), now.plus(Pause.after(push.attempts(), receipt.retryAfter(), dice)));
    }

    /** Tokens that lead nowhere, by phone. */
    Map<DeviceId, String> deadTokens() {
        Map<DeviceId, String> dead = new LinkedHashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            if (receipts.get(i).verdict() == Verdict.TOKEN_GONE) {
                dead.put(sent.get(i).device().id(), sent.get(i).token());
            }
        }
        return dead;
    }
}
