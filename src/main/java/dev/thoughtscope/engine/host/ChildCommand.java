package dev.thoughtscope.engine.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the engine's process is started: with the Java runtime and the classes of this one.
final class ChildCommand {
    private ChildCommand() {}

    static List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
        var launcher = System.getProperty("thoughtscope.launcher", System.getProperty("jpackage.app-path", ""));
        if (!Files.isExecutable(java) && !launcher.isEmpty()) {
            return List.of(launcher, EngineHost.ARGUMENT);
        }
        var command = new ArrayList<>(List.of(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "thoughtscope-engine-%p.log"),
                "-Xmx1g"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineHost.class.getName()));
        return command;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
