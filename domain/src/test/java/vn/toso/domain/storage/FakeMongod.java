package vn.toso.domain.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import vn.toso.domain.storage.embedded.EmbeddedServer;

/**
 * Stands for a {@code mongod} where there is none: takes its arguments, notes them beside its data, keeps a process
 * number in {@code mongod.lock}, serves on the port it is given and says so.
 */
final class FakeMongod {

    private FakeMongod() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Path data = Path.of(words.get(words.indexOf("--dbpath") + 1));
        int port = Integer.parseInt(words.get(words.indexOf("--port") + 1));
        Files.writeString(data.resolve("arguments"), String.join("\n", words));
        Files.writeString(data.resolve("mongod.lock"), ProcessHandle.current().pid() + "\n");

        EmbeddedServer server = EmbeddedServer.open(data.resolve("fake.mv.db"));
        // Nothing is closed when it is stopped: what was acknowledged outlives a process that just ends.
        try (Forwarder forwarder = new Forwarder(port, EmbeddedServers.portOf(server))) {
            System.out.println("pid=" + ProcessHandle.current().pid() + " port=" + forwarder.port());
            System.out.println("Waiting for connections");
            new CountDownLatch(1).await();
        }
    }

    /** An executable file that runs it. The class path isn't among the arguments, as a long one hides the others. */
    static Path program(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return script(
                folder,
                "CLASSPATH='" + System.getProperty("java.class.path") + "' exec '" + java
                        + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 " + FakeMongod.class.getName() + " \"$@\"");
    }

    static Path script(Path folder, String line) throws IOException {
        Path script = folder.resolve("mongod-of-this-test");
        Files.writeString(script, "#!/bin/sh\n" + line + "\n", UTF_8);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
