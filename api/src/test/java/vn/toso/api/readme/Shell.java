package vn.toso.api.readme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** One shell from the first command to the last, so that later ones know the variables of earlier ones. */
final class Shell implements AutoCloseable {

    private static final String DONE = "---done---";

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    Shell() {
        try {
            process = new ProcessBuilder("/bin/sh").redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the commands print. */
    String run(String commands) {
        try {
            in.write(commands + "\nprintf '\\n" + DONE + "\\n'\n");
            in.flush();
            StringBuilder printed = new StringBuilder();
            for (String line = out.readLine(); !DONE.equals(line); line = out.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the shell ended at: " + commands + "\n" + printed);
                }
                printed.append(line).append('\n');
            }
            return printed.toString().strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
