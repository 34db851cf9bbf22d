import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes the contents of the image ready: takes other systems' native libraries out of the jars, and gathers the
/// licences of everything that ships in THIRD-PARTY.txt. Fails if something ships that no licence is known of.
///
///     java installer/Contents.java IMAGE-INPUT JAVAFX-JARS INSTALLER-FOLDER
public final class Contents {
    private static final Pattern VERSION = Pattern.compile("-\\d[\\w.]*(-(linux|win|mac)[\\w-]*)?\\.jar$");
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dylib|dll)$");
    private static final Pattern LICENCE = Pattern.compile(
            "(?i)(META-INF/)?([\\w-]*LICEN[CS]E[\\w-]*|NOTICE|OFL)(\\.txt|\\.md)?|com/formdev/flatlaf/fonts/\\w+/(LICENSE|OFL)\\.txt");

    private final Path input;
    private final Path installer;
    private final Properties known = new Properties();
    /// Texts of licences, each once, with what they hold for.
    private final Map<String, List<String>> texts = new TreeMap<>();
    private final List<String> table = new ArrayList<>();

    private Contents(Path input, Path installer) throws IOException {
        this.input = input;
        this.installer = installer;
        try (var reader = Files.newBufferedReader(installer.resolve("third-party").resolve("licences.properties"))) {
            known.load(reader);
        }
    }

    public static void main(String[] arguments) {
        try {
            make(arguments);
        } catch (IOException missing) {
            System.err.println(missing.getMessage());
            System.exit(1);
        }
    }

    private static void make(String[] arguments) throws IOException {
        var contents = new Contents(Path.of(arguments[0]), Path.of(arguments[2]));
        for (var jar : jars(contents.input)) {
            trim(jar);
            contents.add(jar);
        }
        for (var jar : jars(Path.of(arguments[1]))) {
            contents.add(jar);
        }
        contents.copyLibrary();
        contents.addOthers();
        contents.write(contents.input.resolve("THIRD-PARTY.txt"));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && !file.getFileName().toString().startsWith("thoughtscope-"))
                    .sorted()
                    .toList();
        }
    }

    /// Leaves of the folders that java-llama.cpp has for each system only this one's.
    private static void trim(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.stream().noneMatch(entry -> NATIVE.matcher(entry.getName()).matches() && !isOurs(entry.getName()))) {
                return;
            }
            var trimmed = jar.resolveSibling(jar.getFileName() + ".part");
            try (OutputStream out = Files.newOutputStream(trimmed); var target = new ZipOutputStream(out)) {
                for (var entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                    if (!NATIVE.matcher(entry.getName()).matches() || isOurs(entry.getName())) {
                        var copy = new ZipEntry(entry.getName());
                        copy.setTime(entry.getTime());
                        target.putNextEntry(copy);
                        zip.getInputStream(entry).transferTo(target);
                    }
                }
            }
            Files.move(trimmed, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isOurs(String entry) {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("win") ? "/Windows/" : os.startsWith("mac") ? "/Mac/" : "/Linux/";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "/aarch64/" : "/x86_64/";
        return !entry.startsWith("de/kherud/llama/") || entry.contains(system) && entry.contains(arch);
    }

    private void add(Path jar) throws IOException {
        String file = jar.getFileName().toString();
        String name = VERSION.matcher(file).replaceFirst("");
        int found = 0;
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(one -> LICENCE.matcher(one.getName()).matches()).toList()) {
                addText(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8), file);
                found++;
            }
        }
        add(name, file, found > 0);
    }

    /// Windows' llama.cpp, where installer/windows/llama.ps1 has put it.
    private void copyLibrary() throws IOException {
        var library = installer.resolve("windows").resolve("llama");
        if (!System.getProperty("os.name").startsWith("Windows") || !Files.isDirectory(library)) {
            return;
        }
        var target = Files.createDirectories(input.resolve("llama"));
        try (var files = Files.list(library)) {
            for (var file : files.filter(one -> one.toString().endsWith(".dll")).toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void addOthers() throws IOException {
        add("java-runtime", "Java runtime " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")", false);
        add("llama.cpp", "llama.cpp, in the native library of java-llama.cpp", false);
        add("model", "the model thoughtscope-small.gguf", false);
    }

    private void add(String name, String what, boolean hasText) throws IOException {
        String licence = known.getProperty(name);
        if (licence == null) {
            throw new IOException(what + " ships, and installer/third-party/licences.properties does not name its licence: add a line \""
                    + name + " = LICENCE, FILE\".");
        }
        var parts = licence.split("\\s*,\\s*", 2);
        table.add(String.format("%-52s %s", what, parts[0]));
        if (parts.length > 1) {
            addText(Files.readString(file(parts[1])), what);
        } else if (!hasText) {
            throw new IOException(what + " ships without the text of its licence: name a file for it in licences.properties.");
        }
    }

    /// A file beside the table, or one of the Java runtime's own.
    private Path file(String name) {
        return name.startsWith("java:")
                ? Path.of(System.getProperty("java.home"), "legal").resolve(name.substring("java:".length()))
                : installer.resolve("third-party").resolve(name);
    }

    private void addText(String text, String what) {
        var holders = texts.computeIfAbsent(text.strip(), _ -> new ArrayList<>());
        if (!holders.contains(what)) {
            holders.add(what);
        }
    }

    private void write(Path file) throws IOException {
        var out = new StringBuilder("Thoughtscope is licensed under the Apache License 2.0. With it ship:\n\n");
        table.stream().distinct().forEach(line -> out.append(line).append('\n'));
        out.append("\nThe Java runtime's own parts from others are named in its folder \"legal\".\n");
        texts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> a.getFirst().compareTo(b.getFirst())))
                .forEach(entry -> out.append("\n\n").append("=".repeat(100)).append('\n')
                        .append(entry.getValue().stream().sorted().collect(Collectors.joining("\n")))
                        .append('\n').append("=".repeat(100)).append("\n\n").append(entry.getKey()).append('\n'));
        Files.writeString(file, out);
        System.out.println(table.stream().distinct().count() + " shipped parts, " + texts.size() + " licence texts");
    }
}
