package dev.thoughtscope.engine.llama;

import org.junit.jupiter.api.Nested;

/// With the bundled library.
class LlamaEngineTest {
    @Nested
    class Requests extends LlamaEngineContract {
        @Override
        LlamaOptions options() {
            return LlamaOptions.of(MODEL);
        }
    }

    @Nested
    class Crowded extends CrowdedCacheContract {
        @Override
        LlamaOptions options() {
            return LlamaOptions.of(LlamaEngineContract.MODEL);
        }
    }
}
