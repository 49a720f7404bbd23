package vn.toso.api.start;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import vn.toso.domain.storage.StorageSettings;
import vn.toso.domain.vault.KeySettings;
import vn.toso.domain.visit.ConsentRule;
import vn.toso.notifications.fcm.FirebaseSettings;

/**
 * What an operator may set. Each is an environment variable as well: {@code toso.mongodb.uri} is
 * {@code TOSO_MONGODB_URI}.
 *
 * @param mongodb a MongoDB elsewhere, instead of the embedded store
 * @param dataDir folder of the embedded store's files and of the demo's signing key; the default lies under the user's
 *     data home
 * @param embedded how the embedded store runs
 * @param firebase the way to phones; without it pushes go to the log
 * @param demo whether this is a demo: generated data, sign-in without a password, loopback only. True by default where
 *     neither a MongoDB nor an issuer is set
 * @param check whether this run checks what is stored, says what it found and ends, instead of serving
 * @param dashboard the page for leaders and staff
 * @param openData what the public may read
 * @param audit how the audit is sealed
 * @param keys what citizens' data are sealed with
 * @param privacy what may be said of people
 */
@ConfigurationProperties("toso")
public record TosoSettings(
        @DefaultValue Mongodb mongodb,
        @Nullable Path dataDir,
        @DefaultValue Embedded embedded,
        @DefaultValue Firebase firebase,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean check,
        @DefaultValue Dashboard dashboard,
        @DefaultValue OpenData openData,
        @DefaultValue Audit audit,
        @DefaultValue Keys keys,
        @DefaultValue Privacy privacy) {

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

    /**
     * The audit.
     *
     * @param key file of the Ed25519 key that signs checkpoints, the same for all nodes; in the data folder, and made there,
     *     where it isn't set
     */
    public record Audit(@Nullable Path key) {}

    /**
     * What citizens' data are sealed with. The embedded store and a demo make a master key of their own in the data
     * folder; any other needs one, the same on every node.
     *
     * @param file with the master key: 32 bytes in Base64; behind it those that it replaced
     * @param master the same as text, for an environment variable
     * @param rotateEvery how long a data key is used before another one takes its place; zero for ever
     */
    public record Keys(
            @Nullable Path file,
            @Nullable String master,
            @DefaultValue("365d") Duration rotateEvery) {

        /** After which a data key is replaced; null for never. */
        @Nullable
        Duration longestUse() {
            return rotateEvery.isZero() || rotateEvery.isNegative() ? null : rotateEvery;
        }
    }

    /**
     * What may be said of people.
     *
     * @param consent when a visit names whom something was done for
     */
    public record Privacy(@DefaultValue("ask-first") ConsentRule consent) {}

    /** Where the master key is. */
    KeySettings keySettings() {
        boolean own = demo || textOrNull(mongodb.uri()) == null;
        return new KeySettings(keys.file(), textOrNull(keys.master()), own ? folder() : null);
    }

    /**
     * Firebase Cloud Messaging.
     *
     * @param credentials file of the service account that may send; its {@code token_uri} is honoured
     * @param project id of the Firebase project; that of the service account where it is not set
     * @param endpoint base address in the place of FCM's, for a test double
     */
    public record Firebase(
            @Nullable String credentials,
            @Nullable String project,
            @Nullable String endpoint) {

        /** What sending needs; empty where no credentials are set. Throws {@link CannotStart} for an address that is none. */
        Optional<FirebaseSettings> sender() {
            String file = textOrNull(credentials);
            String address = textOrNull(endpoint);
            if (file == null && (address != null || textOrNull(project) != null)) {
                throw new CannotStart(
                        "toso.firebase.project or toso.firebase.endpoint is set, but toso.firebase.credentials is not.",
                        "Set it to the file of the project's service account, or take the others away.");
            }
            try {
                return Optional.ofNullable(file)
                        .map(path -> FirebaseSettings.of(
                                Path.of(path), textOrNull(project), address == null ? null : URI.create(address)));
            } catch (IllegalArgumentException e) {
                throw new CannotStart(
                        "toso.firebase.endpoint or toso.firebase.credentials can't be read: " + e.getMessage() + ".",
                        "Write an address like http://127.0.0.1:9099, and the path of a file.");
            }
        }
    }

    /** The folder for files, whether set or not. */
    public Path folder() {
        return dataDir != null ? dataDir : DataHome.ofThisUser();
    }

    /** The part that storage needs; what is set to nothing counts as not set. */
    public StorageSettings storage() {
        return new StorageSettings(textOrNull(mongodb.uri()), folder(), textOrNull(embedded.mongod()), keySettings());
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
