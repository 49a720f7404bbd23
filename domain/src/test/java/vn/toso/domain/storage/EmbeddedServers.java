package vn.toso.domain.storage;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import vn.toso.domain.storage.embedded.EmbeddedServer;

final class EmbeddedServers {

    private EmbeddedServers() {}

    static int portOf(EmbeddedServer server) {
        return new ServerAddress(new ConnectionString(server.uri()).getHosts().get(0)).getPort();
    }
}
