package dev.thoughtscope.app;

import dev.thoughtscope.session.Home;
import dev.thoughtscope.settings.AppFolders;
import dev.thoughtscope.settings.SettingsFile;
import dev.thoughtscope.view.settings.About;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a report says of the machine and the app. Names of fields are in English, for whoever mends it.
final class Machine {
    private Machine() {}

    static String version() {
        String version = Machine.class.getPackage().getImplementationVersion();
        return version == null ? "from source" : version;
    }

    static SequencedMap<String, String> facts(ModelsModel models) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("version", version());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        facts.put("java", System.getProperty("java.vm.version", ""));
        facts.put("javafx", System.getProperty("javafx.version", ""));
        facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        var model = models.inUse().get();
        if (model != null) {
            facts.put("library", model.info().library());
            facts.put("model", model.info().description() + ", " + model.info().parameters() + " parameters");
            facts.put("dialect", model.dialect());
        }
        return facts;
    }

    static About about(ModelsModel models) {
        var places = new LinkedHashMap<String, String>();
        places.put("settings", SettingsFile.ofPerson().file().toString());
        places.put("runs", AppFolders.data().resolve("runs").toString());
        places.put("log", Logs.folder().toString());
        return new About(() -> facts(models), Machine::licences, places);
    }

    /// The text that ships, else where it can be read.
    private static String licences() {
        for (var name : List.of("THIRD-PARTY.txt", "LICENSE")) {
            var file = Home.find().folder().resolve(name);
            try {
                if (Files.isRegularFile(file)) {
                    return Files.readString(file);
                }
            } catch (IOException unreadable) {
                return file.toString();
            }
        }
        return "Apache License 2.0: https://www.apache.org/licenses/LICENSE-2.0";
    }
}
