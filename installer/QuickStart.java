import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipFile;

/// Spares a start on Linux what it need not do each time: puts a launcher in the place of jpackage's that asks no
/// package database, and JavaFX's native libraries beside Java's own, so that none is unpacked and compared.
///
///     java installer/QuickStart.java IMAGE JAVAFX-JARS LAUNCHER
public final class QuickStart {
    private QuickStart() {}

    public static void main(String[] arguments) throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        var image = Path.of(arguments[0]);
        var runtime = image.resolve("lib").resolve("runtime");
        copyLibraries(Path.of(arguments[1]), runtime.resolve("lib"));
        // a name by which a person finds the app among the processes
        Files.copy(
                runtime.resolve("bin").resolve("java"),
                runtime.resolve("bin").resolve("thoughtscope"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        var launcher = image.resolve("bin").resolve("thoughtscope");
        Files.copy(Path.of(arguments[2]), launcher, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void copyLibraries(Path jars, Path target) throws IOException {
        try (var files = Files.list(jars)) {
            for (var jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (var zip = new ZipFile(jar.toFile())) {
                    for (var entry : zip.stream().filter(one -> one.getName().matches("[\\w]+\\.so")).toList()) {
                        Files.copy(zip.getInputStream(entry), target.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
