package vn.toso.api.start;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import vn.toso.domain.storage.StorageSettings;

/**
 * What an operator may set. Each is an environment variable as well: {@code toso.mongodb.uri} is
 * {@code TOSO_MONGODB_URI}.
 *
 * @param mongodb a MongoDB elsewhere, instead of the embedded store
 * @param dataDir folder of the embedded store's files and of the demo's signing key; the default lies under the user's
 *     data home
 * @param embedded how the embedded store runs
 * @param demo whether this is a demo: generated data, sign-in without a password, loopback only. True by default where
 *     neither a MongoDB nor an issuer is set
 * @param dashboard the page for leaders and staff
 * @param openData what the public may read
 */
@ConfigurationProperties("toso")
public record TosoSettings(
        @DefaultValue Mongodb mongodb,
        @Nullable Path dataDir,
        @DefaultValue Embedded embedded,
        @DefaultValue("false") boolean demo,
        @DefaultValue Dashboard dashboard,
        @DefaultValue OpenData openData) {

    /**
     * A MongoDB.
     *
     * @param uri connection string, such as {@code mongodb://db1,db2/toso?replicaSet=rs0}; the database is {@code toso}
     *     where it names none
     */
    public record Mongodb(@Nullable String uri) {}

    /**
     * The embedded store.
     *
     * @param mongod path of a {@code mongod} on this machine, or {@code auto} to have one downloaded; without it the
     *     server in the JVM serves
     */
    public record Embedded(@Nullable String mongod) {}

    /**
     * The page for leaders and staff.
     *
     * @param clientId of the page at the issuer: a public client with authorization code and PKCE
     */
    public record Dashboard(@DefaultValue("toso-dashboard") String clientId) {}

    /**
     * Open data.
     *
     * @param isPublic whether anybody may read it, or only who signed in
     */
    public record OpenData(
            @Name("public") @DefaultValue("false") boolean isPublic) {}

    /** The folder for files, whether set or not. */
    public Path folder() {
        return dataDir != null ? dataDir : DataHome.ofThisUser();
    }

    /** The part that storage needs; what is set to nothing counts as not set. */
    public StorageSettings storage() {
        return new StorageSettings(textOrNull(mongodb.uri()), folder(), textOrNull(embedded.mongod()));
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
