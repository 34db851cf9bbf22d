import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.css.Stylesheet;

/// Puts beside each style sheet the form that JavaFX reads without parsing, for the image, which is told to look for it.
///
///     java --module-path JAVAFX-JARS --add-modules javafx.graphics installer/Styles.java CLASSES
///
/// That form lists the classes of a selector such as `.a.b` in the order of a Java set, which is drawn by lot at each start
/// of Java. So that two builds give the same files, this starts Java again until the lot falls one way.
public final class Styles {
    private static final int MOST_STARTS = 64;

    private Styles() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int starts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        if (!List.copyOf(Set.of("a", "b")).equals(List.of("a", "b")) && starts < MOST_STARTS) {
            System.exit(again(arguments[0], starts + 1));
        }
        try (var files = Files.walk(Path.of(arguments[0]))) {
            for (var css : files.filter(file -> file.toString().endsWith(".css")).toList()) {
                String name = css.getFileName().toString();
                Stylesheet.convertToBinary(css.toFile(), css.resolveSibling(name.replaceFirst("css$", "bss")).toFile());
            }
        }
    }

    private static int again(String classes, int starts) throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path", System.getProperty("jdk.module.path"),
                "--add-modules", "javafx.graphics",
                Path.of("installer", "Styles.java").toString(),
                classes, String.valueOf(starts));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
