package vn.toso.notifications.fcm;

import com.google.api.client.http.HttpTransport;
import com.google.firebase.internal.ApacheHttp2Transport;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** The SDK's own HTTP client, whose every connection can be led elsewhere. */
final class Transports {

    private Transports() {}

    /** @param endpoint where connections lead; null for where the SDK wants them */
    static HttpTransport to(@Nullable URI endpoint) {
        HttpAsyncClientBuilder client = ApacheHttp2Transport.defaultHttpAsyncClientBuilder();
        if (endpoint != null) {
            boolean secure = endpoint.getScheme().equals("https");
            int port = endpoint.getPort() >= 0 ? endpoint.getPort() : secure ? 443 : 80;
            HttpHost host = new HttpHost(endpoint.getScheme(), endpoint.getHost(), port);
            client.setRoutePlanner((target, context) -> new HttpRoute(host, null, secure));
        }
        return new ApacheHttp2Transport(client.build());
    }
}
