package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.Sequence;
import dev.thoughtscope.engine.TokenStep;
import dev.thoughtscope.probe.Markers;
import dev.thoughtscope.probe.Probe;
import dev.thoughtscope.probe.ProbeControl;
import dev.thoughtscope.probe.ProbeSettings;
import dev.thoughtscope.probe.ProbeText;
import dev.thoughtscope.probe.StripListener;
import dev.thoughtscope.probe.StripResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Measures strips on a model. Any thread but the JavaFX thread.
public interface StripSource {
    /// @throws IllegalArgumentException if there is nothing to measure, in one sentence for a person
    ProbeText read(String text);

    /// @throws IllegalArgumentException if there is nothing to measure, in one sentence for a person
    ProbeText read(NodeText node);

    /// @throws IllegalArgumentException if text, settings and model do not go together
    StripResult run(ProbeText text, ProbeSettings settings, ProbeControl control, StripListener listener)
            throws InterruptedException;

    /// A thought as it was put to the model, between its markers.
    ///
    /// @param settings that it was measured with
    default String marked(String thought, ProbeSettings settings) {
        return settings.markers().start() + thought + settings.markers().end();
    }

    /// The model in a word or two, for the caption of a picture.
    String modelName();

    /// @param confidence of a thought, 0 to 1
    static StripSource of(Engine engine, ToDoubleFunction<List<TokenStep>> confidence) {
        var probe = new Probe(engine, confidence);
        return new StripSource() {
            private volatile Markers spelled = Markers.QUIET_STAR;

            @Override
            public ProbeText read(String text) {
                return ProbeText.of(engine, text);
            }

            @Override
            public ProbeText read(NodeText node) {
                var lead = engine.tokenize(node.prompt(), true, true).plus(node.before());
                return ProbeText.of(engine, lead, Sequence.EMPTY.plus(node.tokens()));
            }

            @Override
            public StripResult run(
                    ProbeText text, ProbeSettings settings, ProbeControl control, StripListener listener)
                    throws InterruptedException {
                spelled = probe.spelled(Markers.QUIET_STAR);
                return probe.run(text, settings, control, listener);
            }

            @Override
            public String marked(String thought, ProbeSettings settings) {
                var markers = settings.markers().equals(Markers.QUIET_STAR) ? spelled : settings.markers();
                return markers.start() + thought + markers.end();
            }

            @Override
            public String modelName() {
                return engine.model().name();
            }
        };
    }
}
