package vn.toso.api.start;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.toso.domain.storage.Store;
import vn.toso.notifications.delivery.PushSender;

/** Says in a few lines what runs, to whoever started it. */
@Component
final class StartReport {

    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private final Store store;
    private final NodeLifecycle node;
    private final PushSender pushes;
    private final TosoSettings settings;
    private final String address;
    private final String issuer;

    StartReport(
            Store store,
            NodeLifecycle node,
            PushSender pushes,
            TosoSettings settings,
            @Value("${server.address:}") String address,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        this.store = store;
        this.node = node;
        this.pushes = pushes;
        this.settings = settings;
        this.address = address;
        this.issuer = issuer;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String home = "http://" + host() + ":" + web.getWebServer().getPort();
            LOG.info("Tổ Số is ready after {} s\n{}", seconds(event), String.join("\n", lines(home)));
        }
    }

    private List<String> lines(String home) {
        List<String> lines = new ArrayList<>();
        lines.add("  open         " + home + "/ for the dashboard" + (settings.demo() ? " (this machine only)" : ""));
        lines.add("  data         " + store.description());
        node.loaded().forEach(line -> lines.add("               " + line));
        lines.add("  sealed with  " + settings.keySettings().description());
        lines.add("  pushes go to " + pushes.description());
        if (settings.demo()) {
            lines.add("  who signs in anybody: this is a demo with generated people; GET /demo/people lists them");
            lines.add("  try first    " + firstCommand(home));
        } else {
            lines.add("  who signs in members, with a token of " + issuer);
            lines.add("  try first    curl -s " + home + "/actuator/health/readiness");
        }
        lines.add("  API docs     " + home + "/swagger-ui.html");
        lines.add("  Tiếng Việt   mở " + home + "/ để xem bảng theo dõi"
                + (settings.demo() ? "; dữ liệu là dữ liệu mẫu" : ""));
        return lines;
    }

    /** Signs in as Lan, whom every demo has, and asks who that is. */
    private static String firstCommand(String home) {
        return "curl -s " + home + "/v1/me -H \"Authorization: Bearer $(curl -s " + home + "/demo/token"
                + " -H 'Content-Type: application/json' -d '{\"member\":\"lan\"}'"
                + " | sed 's/.*\"access_token\":\"\\([^\"]*\\).*/\\1/')\"";
    }

    private String host() {
        return address.isBlank() || address.equals("0.0.0.0") || address.equals("::")
                ? "127.0.0.1"
                : address.contains(":") ? "[" + address + "]" : address;
    }

    private static String seconds(ApplicationReadyEvent event) {
        return event.getTimeTaken() == null
                ? "?"
                : String.format(
                        java.util.Locale.ROOT, "%.1f", event.getTimeTaken().toMillis() / 1000.0);
    }
}
