package dev.thoughtscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class StripOutputTest {
    private static final List<String> TEXTS = List.of("He", " pays", " <52", "\u0001", "\n", "&", " =1,\"2\"");

    private static StripResult result() {
        var positions = new ArrayList<Position>();
        for (int i = 0; i < TEXTS.size(); i++) {
            double gain = i == 2 ? 3 : -0.5;
            var thought = new Thought(List.of(), " 4 * 13", 0.9, List.of(-1.0), gain, List.of(), 0.1);
            positions.add(new Position(i, 100 + i, TEXTS.get(i), -2, 0.7, List.of(), i == 0 ? List.of() : List.of(thought)));
        }
        return new StripResult(positions, ProbeSettings.STANDARD, 1, 12, 34, StripResult.Ending.COMPLETE, "");
    }

    @Test
    void jsonHasTheAgreedShape() throws Exception {
        var json = new ObjectMapper().readTree(StripJson.of(result()));
        assertThat(json.properties().stream().map(entry -> entry.getKey()))
                .containsExactly(
                        "tokens", "baseNll", "thoughtNll", "mixedNll", "mixWeight", "decodeCalls", "elapsedMs");
        var token = json.get("tokens").get(2);
        assertThat(token.properties().stream().map(entry -> entry.getKey()))
                .containsExactly("index", "text", "id", "entropy", "gain", "best", "thoughts");
        assertThat(token.get("text").textValue()).isEqualTo(" <52");
        assertThat(token.get("gain").doubleValue()).isEqualTo(3);
        assertThat(token.get("thoughts").get(0).toString()).isEqualTo("{\"text\":\" 4 * 13\",\"gain\":3.0}");
        assertThat(json.get("tokens").get(0).get("gain").isNull()).isTrue();
        assertThat(json.get("decodeCalls").intValue()).isEqualTo(12);
    }

    @Test
    void svgIsWellFormedAndHoldsEveryToken() throws Exception {
        for (var tint : Tint.values()) {
            var picture = StripPicture.of(result(), "model <1>", new StripPicture.Style(tint, true, 500));
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(StripSvg.of(picture))));
            assertThat(document.getDocumentElement().getTextContent())
                    .contains("pays", " <52", "&", "model <1>", "+3.0 nats".replace("+3.0", "+0.5"));
        }
    }

    @Test
    void csvQuotesWhatItMust() {
        var lines = StripCsv.of(result()).split("\r\n");
        assertThat(lines).hasSize(1 + TEXTS.size());
        assertThat(lines[3]).isEqualTo("2,\" <52\",102,0.700000,-2.000000,3.000000,3.000000,0.100000,0.900000,\" 4 * 13\"");
        assertThat(lines[7]).contains("\" =1,\"\"2\"\"\"");
        assertThat(lines[1]).endsWith(",,,,,");
    }

    @Test
    void linesBreakBetweenWordsAndAtLineEnds() {
        var layout = StripLayout.of(
                List.of("run", "ning", " far", "\n", "to", " the", " sea"), 9, text -> StripLayout.columns(text));
        assertThat(layout.boxes().stream().map(StripLayout.Box::line)).containsExactly(0, 0, 1, 1, 2, 2, 3);
        assertThat(layout.lines()).isEqualTo(4);
        assertThat(layout.boxes().get(1).x()).isEqualTo(3);
        assertThat(layout.boxes().get(3).text()).isEqualTo("↵");
    }

    @Test
    void aWordLongerThanALineIsBroken() {
        var layout = StripLayout.of(List.of("aaaa", "bbbb", "cccc"), 6, text -> StripLayout.columns(text));
        assertThat(layout.boxes().stream().map(StripLayout.Box::line)).containsExactly(0, 1, 2);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(StripLayout.columns("日本e\u0301")).isEqualTo(5);
    }
}
