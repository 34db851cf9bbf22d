import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/// Puts beside each style sheet the form that JavaFX reads without parsing, for the image, which is told to look for it.
///
///     java --module-path JAVAFX-JARS --add-modules javafx.graphics installer/Styles.java CLASSES
public final class Styles {
    private Styles() {}

    public static void main(String[] arguments) throws IOException {
        try (var files = Files.walk(Path.of(arguments[0]))) {
            for (var css : files.filter(file -> file.toString().endsWith(".css")).toList()) {
                String name = css.getFileName().toString();
                Stylesheet.convertToBinary(css.toFile(), css.resolveSibling(name.replaceFirst("css$", "bss")).toFile());
            }
        }
    }
}
