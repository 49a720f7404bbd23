package vn.toso.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.toso.api.TosoApplication;
import vn.toso.notifications.delivery.PushSender;
import vn.toso.notifications.fcm.FakeFcm;

/** Firebase that can't be used as it is set is told at the start, in two sentences; not when the first push is lost. */
@ExtendWith(OutputCaptureExtension.class)
class FirebaseStartTest {

    @TempDir
    private Path folder;

    private static PushSender opened(
            @Nullable String credentials, @Nullable String project, @Nullable String endpoint) {
        MapConfigurationPropertySource set = new MapConfigurationPropertySource();
        put(set, "credentials", credentials);
        put(set, "project", project);
        put(set, "endpoint", endpoint);
        TosoSettings settings = new Binder(set).bindOrCreate("toso", TosoSettings.class);
        return new DeliveryConfiguration().pushSender(settings, Clock.systemUTC());
    }

    private static void put(MapConfigurationPropertySource set, String name, @Nullable String value) {
        if (value != null) {
            set.put("toso.firebase." + name, value);
        }
    }

    private static CannotStart refused(
            @Nullable String credentials, @Nullable String project, @Nullable String endpoint) {
        return catchThrowableOfType(CannotStart.class, () -> opened(credentials, project, endpoint));
    }

    private String file(String content) throws Exception {
        return Files.writeString(folder.resolve("account.json"), content).toString();
    }

    private String account() {
        try (FakeFcm fcm = FakeFcm.start()) {
            return fcm.credentials(folder).toString();
        }
    }

    @Test
    void without_credentials_pushes_go_to_the_log() {
        assertThat(opened(null, null, null).description()).startsWith("the log only");
        assertThat(opened(" ", "", "").description()).startsWith("the log only");
    }

    @Test
    void with_credentials_the_start_says_to_which_project() {
        PushSender sender = opened(account(), "another", "http://127.0.0.1:9099");

        assertThat(sender.description()).isEqualTo("Firebase project another by http://127.0.0.1:9099");
        sender.close();
    }

    @Test
    void a_file_that_is_missing_or_no_service_account_is_named() throws Exception {
        String missing = folder.resolve("nowhere.json").toString();
        assertThat(refused(missing, null, null))
                .hasMessageContaining("toso.firebase.credentials")
                .hasMessageContaining(missing)
                .hasMessageContaining("can't be read");
        assertThat(refused(file("no JSON"), null, null)).hasMessageContaining("can't be read");
        assertThat(refused(folder.toString(), null, null)).hasMessageContaining("can't be read");
        String person = file("""
                {"type": "authorized_user", "client_id": "1", "client_secret": "2", "refresh_token": "3"}""");
        assertThat(refused(person, null, null)).hasMessageContaining("its type must be service_account");
        assertThat(refused(missing, null, null).remedy()).contains("pushes then go to the log");
    }

    @Test
    void an_endpoint_that_is_no_base_address_is_quoted() {
        assertThat(refused(account(), null, "localhost:9099")).hasMessageContaining("localhost:9099");
        assertThat(refused(account(), null, "http://127.0.0.1:9099/v1")).hasMessageContaining("/v1");
        assertThat(refused(account(), null, "http://a b")).hasMessageContaining("toso.firebase.endpoint");
    }

    @Test
    void a_project_or_an_endpoint_alone_is_half_a_setting() {
        assertThat(refused(null, "some", null)).hasMessageContaining("toso.firebase.credentials is not");
        assertThat(refused(null, null, "http://127.0.0.1:9099"))
                .hasMessageContaining("toso.firebase.credentials is not");
    }

    @Test
    void the_application_ends_with_what_is_wrong_and_what_to_do(CapturedOutput output) {
        SpringApplication application = new SpringApplication(TosoApplication.class);

        assertThatThrownBy(() -> application.run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--toso.demo=true",
                        "--toso.demo.size=hamlet",
                        "--toso.data-dir=" + folder.resolve("data"),
                        "--toso.firebase.credentials=" + folder.resolve("nowhere.json")))
                .hasRootCauseInstanceOf(CannotStart.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("nowhere.json, can't be read.")
                .contains("Mend toso.firebase.*")
                .doesNotContain("at vn.toso");
    }
}
