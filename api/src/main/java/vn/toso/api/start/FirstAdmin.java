package vn.toso.api.start;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Days;
import vn.toso.domain.storage.Loader;
import vn.toso.domain.team.InviteFirstAdmin;
import vn.toso.domain.team.InviteMember.Invited;

/** Shows the operator of a new installation how the first person gets in. A demo has its people. */
@Component
@Order(2)
@ConditionalOnProperty(name = "toso.demo", havingValue = "false")
final class FirstAdmin implements Loader {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");

    private final InviteFirstAdmin first;

    FirstAdmin(InviteFirstAdmin first) {
        this.first = first;
    }

    @Override
    public String name() {
        return "first administrator";
    }

    @Override
    public Mono<String> load() {
        return first.invite().map(FirstAdmin::line);
    }

    private static String line(Invited invited) {
        Instant end = Objects.requireNonNull(invited.member().invitation()).expiresAt();
        return "nobody administers the province yet: open the page, sign in at the issuer, and enter this code until "
                + DAY.format(end.atZone(Days.ZONE)) + ": " + invited.code();
    }
}
