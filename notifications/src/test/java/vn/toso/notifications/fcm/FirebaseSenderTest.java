package vn.toso.notifications.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import vn.toso.domain.change.Eventually;
import vn.toso.notifications.delivery.Outgoing;
import vn.toso.notifications.delivery.Receipt;
import vn.toso.notifications.delivery.Receipt.Verdict;
import vn.toso.notifications.device.Platform;
import vn.toso.notifications.notice.NoticeText;

/** The real SDK against the fake over HTTP: every row of the table of FCM's answers, and what goes over the wire. */
class FirebaseSenderTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:05:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private FakeFcm fcm;
    private FirebaseSender sender;

    @BeforeEach
    void start() {
        fcm = FakeFcm.start();
        sender = open(Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() {
        sender.close();
        fcm.close();
    }

    private FirebaseSender open(Duration readTimeout) {
        return FirebaseSender.open(
                new FirebaseSettings(
                        fcm.credentials(folder), null, URI.create(fcm.url()), Duration.ofSeconds(1), readTimeout),
                CLOCK);
    }

    private static Outgoing message(String token) {
        return message(Platform.ANDROID, token, new NoticeText("Tổ Số", "Có việc mới"), 3);
    }

    private static Outgoing message(
            Platform platform, String token, @Nullable NoticeText text, @Nullable Integer badge) {
        return new Outgoing(
                platform, token, text, Map.of("kind", "TASK_ASSIGNED"), "key", false, Duration.ofHours(23), badge);
    }

    private Receipt answerTo(Answer... plan) {
        fcm.plan("phone", plan);
        return sender.send(List.of(message("phone"))).block(LONG).get(0);
    }

    @Test
    void a_message_goes_out_with_a_token_of_the_accounts_own_token_server() {
        assertThat(answerTo(Answer.OK)).isEqualTo(Receipt.SENT);

        assertThat(fcm.tokens()).isEqualTo(1);
        assertThat(fcm.received())
                .extracting(Received::path, Received::authorization, Received::token)
                .containsExactly(tuple("/v1/projects/toso-test/messages:send", "Bearer let-me-in", "phone"));
    }

    @Test
    void five_hundred_go_in_one_call_and_are_answered_in_their_order() {
        fcm.plan("phone 7", Answer.UNREGISTERED);
        List<Outgoing> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(message("phone " + i));
        }

        List<Receipt> receipts = sender.send(many).block(LONG);

        assertThat(receipts).hasSize(500);
        assertThat(receipts.get(7)).isEqualTo(Receipt.of(Verdict.TOKEN_GONE, "unregistered"));
        assertThat(receipts.stream().filter(Receipt.SENT::equals)).hasSize(499);
        assertThat(fcm.messages()).isEqualTo(500);
    }

    @Test
    void unregistered_and_bad_tokens_are_gone() {
        assertThat(answerTo(Answer.UNREGISTERED)).isEqualTo(Receipt.of(Verdict.TOKEN_GONE, "unregistered"));
        assertThat(answerTo(Answer.BAD_TOKEN)).isEqualTo(Receipt.of(Verdict.TOKEN_GONE, "bad-token"));
        assertThat(answerTo(Answer.OTHER_SENDER)).isEqualTo(Receipt.of(Verdict.TOKEN_GONE, "other-sender"));
        assertThat(fcm.messages()).isEqualTo(3);
    }

    @Test
    void a_bad_message_is_no_reason_to_forget_the_phone() {
        assertThat(answerTo(Answer.BAD_MESSAGE)).isEqualTo(Receipt.of(Verdict.REFUSED, "bad-message"));
        assertThat(fcm.messages()).isEqualTo(1);
    }

    @Test
    void a_404_without_a_body_is_somebody_elses_and_tried_again() {
        assertThat(answerTo(Answer.NOTHING_THERE)).isEqualTo(Receipt.later("nothing-there", null));
        assertThat(fcm.messages()).isEqualTo(1);
    }

    @Test
    void quota_says_how_long_to_wait_and_the_sdk_does_not_try_again() {
        assertThat(answerTo(Answer.quotaExceeded(Duration.ofSeconds(2))))
                .isEqualTo(Receipt.later("quota", Duration.ofSeconds(2)));
        assertThat(fcm.messages()).isEqualTo(1);
    }

    @Test
    void an_error_inside_fcm_is_tried_again_later() {
        assertThat(answerTo(Answer.BROKEN)).isEqualTo(Receipt.later("internal", null));
        assertThat(fcm.messages()).isEqualTo(1);
    }

    @Test
    void an_overloaded_fcm_is_asked_five_times_by_the_sdk_itself() {
        fcm.usually(Answer.OVERLOADED);

        assertThat(answerTo()).isEqualTo(Receipt.later("unavailable", null));
        assertThat(fcm.messages()).isEqualTo(5);
    }

    @Test
    void a_refused_credential_is_told_apart_from_a_message_that_fails() {
        fcm.usually(Answer.WRONG_CREDENTIAL);
        assertThat(answerTo()).isEqualTo(Receipt.of(Verdict.NOT_ALLOWED, "third-party-auth"));

        fcm.usually(Answer.NOT_ALLOWED);
        assertThat(answerTo()).isEqualTo(Receipt.of(Verdict.NOT_ALLOWED, "credential"));
    }

    @Test
    void a_token_server_that_refuses_the_account_is_a_refused_credential() {
        fcm.refuseTokens(true);

        assertThat(answerTo()).isEqualTo(Receipt.of(Verdict.NOT_ALLOWED, "credential"));
        assertThat(fcm.messages()).isZero();
    }

    @Test
    void a_cut_connection_is_tried_again() {
        fcm.usually(Answer.CUT);

        assertThat(answerTo().verdict()).isEqualTo(Verdict.LATER);
    }

    @Test
    void an_answer_that_takes_too_long_is_tried_again_and_holds_nobody_up_for_ever() {
        sender.close();
        sender = open(Duration.ofMillis(200));
        fcm.usually(Answer.OK.after(Duration.ofSeconds(3)));

        assertThat(answerTo().verdict()).isEqualTo(Verdict.LATER);
    }

    @Test
    void an_fcm_that_is_not_there_is_tried_again() {
        fcm.close();

        assertThat(answerTo().verdict()).isEqualTo(Verdict.LATER);
    }

    @Test
    void what_nobody_waits_for_any_more_does_not_go_out_later() {
        fcm.usually(Answer.OK.after(Duration.ofMillis(1_500)));
        List<Outgoing> many =
                IntStream.range(0, 500).mapToObj(i -> message("phone-" + i)).toList();
        Disposable waiting = sender.send(many).subscribe();
        Eventually.holds(() -> assertThat(fcm.messages()).isGreaterThanOrEqualTo(50));

        waiting.dispose();
        sender.send(List.of(message("behind"))).block(LONG);

        assertThat(fcm.receivedFor("behind")).hasSize(1);
        assertThat(fcm.messages()).isLessThan(250);
    }

    @Test
    void an_android_phone_gets_priority_collapse_key_and_time_to_live() {
        sender.send(List.of(message("a"), message(Platform.ANDROID, "silent", null, null)))
                .block(LONG);

        Received shown = fcm.receivedFor("a").get(0);
        assertThat(shown.at("notification", "body")).isEqualTo("Có việc mới");
        assertThat(shown.data("kind")).isEqualTo("TASK_ASSIGNED");
        assertThat(shown.at("android", "priority")).isEqualTo("high");
        assertThat(shown.at("android", "collapse_key")).isEqualTo("key");
        assertThat(shown.at("android", "ttl")).isEqualTo("82800s");
        assertThat(shown.at("android", "notification", "tag")).isEqualTo("key");
        assertThat(shown.at("apns")).isEmpty();

        Received silent = fcm.receivedFor("silent").get(0);
        assertThat(silent.at("notification")).isEmpty();
        assertThat(silent.at("android", "priority")).isEqualTo("normal");
    }

    @Test
    void an_iphone_gets_a_badge_and_a_silent_message_wakes_the_app_alone() {
        NoticeText text = new NoticeText("Tổ Số", "Có việc mới");
        sender.send(List.of(message(Platform.IOS, "a", text, 3), message(Platform.IOS, "silent", null, null)))
                .block(LONG);

        Received shown = fcm.receivedFor("a").get(0);
        assertThat(shown.at("apns", "headers", "apns-priority")).isEqualTo("10");
        assertThat(shown.at("apns", "headers", "apns-push-type")).isEqualTo("alert");
        assertThat(shown.at("apns", "headers", "apns-collapse-id")).isEqualTo("key");
        assertThat(shown.at("apns", "headers", "apns-expiration"))
                .isEqualTo(Long.toString(NOW.plus(Duration.ofHours(23)).getEpochSecond()));
        assertThat(shown.at("apns", "payload", "aps", "badge")).isEqualTo("3");

        Received silent = fcm.receivedFor("silent").get(0);
        assertThat(silent.at("notification")).isEmpty();
        assertThat(silent.at("apns", "headers", "apns-priority")).isEqualTo("5");
        assertThat(silent.at("apns", "headers", "apns-push-type")).isEqualTo("background");
        assertThat(silent.at("apns", "payload", "aps", "content-available")).isEqualTo("1");
    }

    @Test
    void settings_that_lead_nowhere_are_refused_in_a_sentence() throws Exception {
        Path missing = folder.resolve("nowhere.json");
        assertThatThrownBy(() -> FirebaseSender.open(FirebaseSettings.of(missing, null, null), CLOCK))
                .isInstanceOf(BadFirebaseSettings.class)
                .hasMessageContaining("toso.firebase.credentials")
                .hasMessageContaining("can't be read");

        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"type\": \"service_account\"}");
        assertThatThrownBy(() -> FirebaseSender.open(FirebaseSettings.of(broken, null, null), CLOCK))
                .isInstanceOf(BadFirebaseSettings.class)
                .hasMessageContaining("can't be read");

        Path good = fcm.credentials(folder);
        for (String endpoint : List.of("ftp://127.0.0.1", "fcm", "http://127.0.0.1/path")) {
            assertThatThrownBy(() -> FirebaseSender.open(FirebaseSettings.of(good, null, URI.create(endpoint)), CLOCK))
                    .isInstanceOf(BadFirebaseSettings.class)
                    .hasMessageContaining("toso.firebase.endpoint");
        }
    }
}
