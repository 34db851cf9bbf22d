package dev.thoughtscope.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who may call whom. Arrows point down the list in the decision record on the rooms.
class ArchitectureTest {
    private static final String BASE = "dev.thoughtscope.";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.thoughtscope");

    @Test
    void classesWereReallyImported() {
        assertThat(CLASSES.size()).isGreaterThan(60);
    }

    /// Each room and the rooms that it may use.
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("view..", List.of("view..", "viewmodel..", "export", "layout..", "settings", "models", "lessons", "study..", "engine", "download")),
            Map.entry("viewmodel..", List.of("viewmodel..", "export", "session", "layout..", "probe", "search", "engine", "settings", "models", "lessons", "study..", "download")),
            Map.entry("settings", List.of("settings")),
            Map.entry("models", List.of("models", "engine.llama", "gguf")),
            Map.entry("layout..", List.of("layout..", "search")),
            Map.entry("export", List.of("export", "layout..", "session", "reasoning", "search", "engine")),
            Map.entry("study..", List.of("study..", "session", "reasoning", "probe", "search", "engine")),
            Map.entry("lessons", List.of("lessons", "session", "reasoning", "probe", "search", "engine")),
            Map.entry("session", List.of("session", "reasoning", "search", "engine")),
            Map.entry("probe..", List.of("probe..", "engine")),
            Map.entry("reasoning", List.of("reasoning", "search", "engine")),
            Map.entry("search", List.of("search", "engine")),
            Map.entry("engine", List.of("engine")),
            Map.entry("engine.llama..", List.of("engine.llama..", "engine", "gguf")),
            Map.entry("engine.host..", List.of("engine.host..", "engine", "engine.llama..")),
            Map.entry("engine.bench..", List.of("engine.bench..", "engine", "engine.llama", "gguf")),
            Map.entry("download", List.of("download", "engine", "gguf")),
            Map.entry("serve..", List.of("serve..", "engine")),
            Map.entry("engine.http..", List.of("engine.http..", "engine")),
            Map.entry("gguf", List.of("gguf")));

    @Test
    void arrowsPointOneWay() {
        MAY_USE.forEach((room, allowed) -> {
            var others = DescribedPredicate.<JavaClass>not(JavaClass.Predicates.resideInAnyPackage(
                            allowed.stream().map(BASE::concat).toArray(String[]::new)))
                    .and(JavaClass.Predicates.resideInAPackage("dev.thoughtscope.."));
            noClasses()
                    .that()
                    .resideInAPackage(BASE + room)
                    .should()
                    .dependOnClassesThat(others)
                    .because(room + " may use " + allowed)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void theCommandLineNeedsNoWindow() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "view..", BASE + "viewmodel..", BASE + "app..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothingBelowTheViewModelsKnowsJavaFx() {
        noClasses()
                .that().resideOutsideOfPackages(BASE + "app..", BASE + "view..", BASE + "viewmodel..")
                .should().dependOnClassesThat().resideInAPackage("javafx..")
                .because("the command line must not need a toolkit")
                .check(CLASSES);
        noClasses()
                .that().resideInAPackage(BASE + "viewmodel..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("view models are tested without a toolkit")
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
