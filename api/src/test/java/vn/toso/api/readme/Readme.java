package vn.toso.api.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README, taken at its word. */
final class Readme {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern IN_BACKTICKS = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");

    private final String text;

    /**
     * Commands and, where the README shows one, the answer.
     *
     * @param answer JSON; empty where none is shown
     */
    record Step(String commands, String answer) {}

    private record Block(String language, String content) {}

    private Readme(String text) {
        this.text = text;
    }

    static Readme read() {
        try {
            return new Readme(Files.readString(ROOT.resolve("README.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        return ROOT;
    }

    String text() {
        return text;
    }

    /** The steps of the section with this heading. */
    List<Step> stepsOf(String heading) {
        List<Block> blocks = blocksOf(section(heading));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).language().equals("sh")) {
                boolean answered =
                        i + 1 < blocks.size() && !blocks.get(i + 1).language().equals("sh");
                steps.add(new Step(
                        blocks.get(i).content(), answered ? blocks.get(i + 1).content() : ""));
            }
        }
        return steps;
    }

    /** What stands in backticks and names a file or folder of the repository: it has a slash or a leading dot. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        Matcher quoted = IN_BACKTICKS.matcher(text);
        while (quoted.find()) {
            String word = quoted.group(1);
            if (word.matches("\\.?[\\w.-]+(/[\\w.-]+)*/?") && isOfRepository(word)) {
                paths.add(word);
            }
        }
        return paths;
    }

    private static boolean isOfRepository(String word) {
        String first = word.split("/", -1)[0];
        return word.contains("/") || word.startsWith(".") || Files.isDirectory(ROOT.resolve(first));
    }

    private String section(String heading) {
        int start = text.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            throw new IllegalStateException("the README has no section '" + heading + "'");
        }
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static List<Block> blocksOf(String section) {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(section);
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2)));
        }
        return blocks;
    }
}
