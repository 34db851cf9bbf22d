package dev.thoughtscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class StripCommandTest {
    private static final String TEXT = "The dog is running in the park.";
    private final StringWriter out = new StringWriter();
    private String failure = "";

    private int strip(String... arguments) {
        var command = new CommandLine(new StripCommand((_, png) -> Files.writeString(png, "pixels")));
        command.setOut(new PrintWriter(out));
        command.setExecutionExceptionHandler((failed, _, _) -> {
            failure = failed.getMessage();
            return 9;
        });
        var all = new String[arguments.length + 1];
        all[0] = "--in-process";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return command.execute(all);
    }

    @Test
    void printsJson() throws Exception {
        assertThat(strip(TEXT, "--json", "--length", "6")).isZero();
        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("tokens").size()).isGreaterThan(5);
        assertThat(json.get("decodeCalls").intValue()).isPositive();
        assertThat(json.get("tokens").get(0).get("text").textValue()).isEqualTo("The");
    }

    @Test
    void printsTextAndDrawsPictures(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("in.txt"), TEXT);
        for (var name : new String[] {"a.svg", "a.png"}) {
            assertThat(strip("--file", file.toString(), "--length", "4", "--picture", folder.resolve(name).toString()))
                    .isZero();
            assertThat(folder.resolve(name)).isNotEmptyFile();
        }
        assertThat(out.toString()).contains("running", "Sum", "Perplexity", "forward passes");
    }

    @Test
    void badInputIsToldInASentence(@TempDir Path folder) throws Exception {
        refused("The text is empty", "");
        refused("either a text or a file");
        refused("names no positions", TEXT, "--positions", "some");
        refused("no thought markers", TEXT, "--marker-start", "[[x]]");
        refused("an .svg or a .png file", TEXT, "--picture", "a.gif");
        var bad = Files.write(folder.resolve("bad.txt"), new byte[] {'a', 'b', (byte) 0xFF, 'c'});
        refused("byte 2 begins no character", "--file", bad.toString());
    }

    private void refused(String words, String... arguments) {
        assertThat(strip(arguments)).isEqualTo(9);
        assertThat(failure).contains(words);
    }
}
