package vn.toso.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;

/** Nobody gets so much that others go without. */
@ApiTest
@TestPropertySource(
        properties = {
            "toso.limits.member=20",
            "toso.limits.device=10",
            "toso.limits.stranger=15",
            "toso.limits.slowest=2s"
        })
class LimitsTest {

    @Autowired
    Api api;

    @Test
    void anAccountIsToldWhenToComeAgainAndOthersNoticeNothing() {
        Reply refused = askedUntilRefused(api.asLan(), "/v1/services", 20);

        refused.isProblem(429, "too-many-requests");
        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(1, 60);
        api.asHoa().gets("/v1/services").is(200);
        api.asNobody().gets("/actuator/health/liveness").is(200);
    }

    @Test
    void aPhoneIsHeldBackBeforeItsAccount() {
        Caller phone = api.asThuy().with("Device-Id", UUID.randomUUID().toString());

        askedUntilRefused(phone, "/v1/services", 10).isProblem(429, "too-many-requests");
        api.asThuy().gets("/v1/services").is(200);
    }

    @Test
    void whoAsksWithoutATokenGetsLittle() {
        Reply refused = askedUntilRefused(api.asNobody(), "/v1/badges/" + UUID.randomUUID(), 15);

        refused.isProblem(429, "too-many-requests");
        api.asNobody().gets("/actuator/health/readiness").is(200);
        api.asDuc().gets("/v1/services").is(200);
    }

    private static Reply askedUntilRefused(Caller who, String path, int atMost) {
        for (int i = 0; i <= atMost; i++) {
            Reply reply = who.gets(path);
            if (reply.status() != 200) {
                return reply;
            }
        }
        // Some refilled meanwhile.
        Reply last = who.gets(path);
        for (int i = 0; last.status() == 200 && i < atMost; i++) {
            last = who.gets(path);
        }
        return last;
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        try (Socket socket = connect()) {
            send(socket, head("Content-Length: 3000000"));

            assertThat(answer(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void whoSendsTooSlowlyIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            send(socket, head("Content-Length: 1000") + "{\"deviceId\": ");
            socket.setSoTimeout(20_000);

            assertThat(endOf(socket)).isTrue();
        }
    }

    private Socket connect() throws Exception {
        int port = Integer.parseInt(api.base().replaceAll(".*:", ""));
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private String head(String more) {
        return "POST /v1/sync/push HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + api.tokenOf("minh") + "\r\n" + more + "\r\n\r\n";
    }

    private static void send(Socket socket, String text) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String answer(Socket socket) throws Exception {
        socket.setSoTimeout(20_000);
        byte[] buffer = new byte[4096];
        int read = socket.getInputStream().read(buffer);
        return new String(buffer, 0, Math.max(read, 0), StandardCharsets.UTF_8);
    }

    /** Whether the connection ends, with an answer before or without. */
    private static boolean endOf(Socket socket) throws Exception {
        try (InputStream in = socket.getInputStream()) {
            while (in.read() >= 0) {
                // what it says before is of no interest
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }
}
