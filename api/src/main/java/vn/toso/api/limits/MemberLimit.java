package vn.toso.api.limits;

import java.security.Principal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.toso.api.web.DeviceHeader;

/** What an account, and each of its phones, may ask for. */
@Component
@Order(0) // behind the security chain, which knows who it is
final class MemberLimit implements WebFilter {

    private final Allowance accounts;
    private final Allowance devices;

    MemberLimit(LimitSettings settings) {
        this.accounts = new Allowance(settings.member());
        this.devices = new Allowance(settings.device());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .doOnNext(who -> take(exchange, who))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private void take(ServerWebExchange exchange, Principal who) {
        accounts.take(who.getName());
        var device = DeviceHeader.of(exchange.getRequest());
        if (device != null) {
            devices.take(who.getName() + " " + device);
        }
    }
}
