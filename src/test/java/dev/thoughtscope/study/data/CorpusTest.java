package dev.thoughtscope.study.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
    @TempDir
    private Path folder;

    private Corpus read(String lines, boolean skip) throws IOException {
        return Corpus.read(Files.writeString(folder.resolve("texts.jsonl"), lines), skip, 100);
    }

    @Test
    void marksAndTextsAreReadAndBadLinesAreNamed() throws IOException {
        var corpus = read("""
                {"id": "a", "text": "2 and 2 is 4.", "results": [[11, 12]]}
                no json
                {"text": "  plain"}
                {"id": "a", "text": "again"}
                {"id": "b", "text": "short", "trivial": [[2, 90]]}
                {"id": "c", "question": "?"}
                """, true);
        assertThat(corpus.texts()).extracting(CorpusText::id).containsExactly("a", "texts.jsonl:3");
        assertThat(corpus.texts().getFirst().results()).containsExactly(new CorpusText.Mark(11, 12));
        assertThat(corpus.texts().getLast().text()).as("marks count from its first character").isEqualTo("  plain");
        assertThat(corpus.bad()).extracting(BadLine::line).containsExactly(2, 4, 5, 6);
        assertThat(corpus.bad()).extracting(BadLine::why)
                .anyMatch(why -> why.contains("within the text"))
                .anyMatch(why -> why.contains("no \"text\""));
    }

    @Test
    void whatCannotBeUsedIsSaidInASentence() {
        assertThatThrownBy(() -> read("{\"id\": \"c\"}\n", false)).hasMessageContaining("line 1: it has no \"text\". Mend the line");
        assertThatThrownBy(() -> read("\n\n", true)).hasMessageStartingWith("There is no text in ");
        assertThatThrownBy(() -> Corpus.read(folder.resolve("none.jsonl"), true, 1)).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> Corpus.read(folder, true, 1)).hasMessageContaining("no ordinary file");
    }
}
