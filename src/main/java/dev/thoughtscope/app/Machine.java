package dev.thoughtscope.app;

import dev.thoughtscope.session.Home;
import dev.thoughtscope.session.RunFiles;
import dev.thoughtscope.settings.SettingsFile;
import dev.thoughtscope.view.settings.About;
import dev.thoughtscope.viewmodel.models.ModelsModel;
import java.util.LinkedHashMap;
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
            facts.put("model", model.info().name());
            facts.put("kind", model.info().description() + String.format(", %,d parameters", model.info().parameters()));
            facts.put("dialect", model.dialect());
        }
        return facts;
    }

    static About about(ModelsModel models) {
        var places = new LinkedHashMap<String, String>();
        places.put("settings", SettingsFile.ofPerson().file().toString());
        places.put("runs", RunFiles.ofPerson().folder().toString());
        places.put("log", Logs.folder().toString());
        return new About(() -> facts(models), Home.find()::thirdParty, places);
    }
}
