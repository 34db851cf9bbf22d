package dev.thoughtscope.viewmodel.study;

import dev.thoughtscope.engine.Engine;
import dev.thoughtscope.engine.ForwardingEngine;

/// The window's engine in the hands of a study, which may not close it.
final class Borrowed extends ForwardingEngine {
    Borrowed(Engine engine) {
        super(engine);
    }

    @Override
    public void close() {}
}
