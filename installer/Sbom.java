import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/// Adds to CycloneDX's list of the jars what Maven does not know of: the native libraries inside them, the Java runtime,
/// and the model, each with its SHA-256.
///
///     java -cp "IMAGE-INPUT/*" installer/Sbom.java IMAGE-INPUT JAVAFX-JARS BOM.json
public final class Sbom {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArrayNode components;

    private Sbom(ArrayNode components) {
        this.components = components;
    }

    public static void main(String[] arguments) throws Exception {
        var bom = Path.of(arguments[2]);
        var root = (ObjectNode) JSON.readTree(bom.toFile());
        var sbom = new Sbom((ArrayNode) root.get("components"));
        int before = sbom.components.size();
        sbom.nativeLibraries(Path.of(arguments[0]));
        sbom.nativeLibraries(Path.of(arguments[1]));
        sbom.model(Path.of(arguments[0]).resolve("models").resolve("thoughtscope-small.gguf"));
        sbom.add("platform", "Java runtime (" + System.getProperty("java.vendor") + ")", System.getProperty("java.version"),
                "GPL-2.0-with-classpath-exception");
        JSON.writerWithDefaultPrettyPrinter().writeValue(bom.toFile(), root);
        System.out.println(before + " components of Maven's, " + (sbom.components.size() - before) + " others, in " + bom);
    }

    private ObjectNode add(String type, String name, String version, String licence) {
        var component = components.addObject().put("type", type).put("bom-ref", type + ":" + name).put("name", name).put("version", version);
        component.putArray("licenses").addObject().putObject("license").put("id", licence);
        return component;
    }

    private void nativeLibraries(Path folder) throws IOException, NoSuchAlgorithmException {
        try (var files = Files.list(folder)) {
            for (var jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                nativeLibrariesOf(jar);
            }
        }
    }

    private void nativeLibrariesOf(Path jar) throws IOException, NoSuchAlgorithmException {
        String file = jar.getFileName().toString();
        boolean llama = file.startsWith("llama-");
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(one -> one.getName().matches(".*\\.(so|dll|dylib)")).toList()) {
                try (var in = zip.getInputStream(entry)) {
                    add("library", file + "!/" + entry.getName(), llama ? "llama.cpp b4916" : file.replaceAll(".*?-(\\d[\\d.]*\\d).*", "$1"),
                                    llama ? "MIT" : "GPL-2.0-with-classpath-exception")
                            .set("hashes", hashes(in));
                }
            }
        }
    }

    private void model(Path file) throws IOException, NoSuchAlgorithmException {
        try (var in = Files.newInputStream(file)) {
            add("machine-learning-model", file.getFileName().toString(), "1", "Apache-2.0").set("hashes", hashes(in));
        }
    }

    private static ArrayNode hashes(InputStream in) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(in.readAllBytes());
        var hashes = JSON.createArrayNode();
        hashes.addObject().put("alg", "SHA-256").put("content", HexFormat.of().formatHex(digest.digest()));
        return hashes;
    }
}
