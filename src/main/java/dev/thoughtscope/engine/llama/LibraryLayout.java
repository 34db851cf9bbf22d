package dev.thoughtscope.engine.llama;

import java.util.List;

/// What differs between the releases of llama.cpp that we know.
///
/// @param memory how its functions on sequences are named and what they take
/// @param maxSequences ids of sequences that a context may use
record LibraryLayout(
        String name, NativeStruct modelParams, NativeStruct contextParams, Memory memory, int maxSequences) {
    enum Memory {
        /// `llama_kv_self_X(context, …)`
        KV_SELF,
        /// `llama_memory_X(llama_get_memory(context), …)`
        MEMORY
    }

    static final LibraryLayout B4916 =
            new LibraryLayout("b4916", b4916ModelParams(), b4916ContextParams(), Memory.KV_SELF, 256);

    static final List<LibraryLayout> ALL = List.of(B4916);

    static List<String> names() {
        return ALL.stream().map(LibraryLayout::name).toList();
    }

    private static NativeStruct b4916ModelParams() {
        return new NativeStruct()
                .pointers("devices")
                .ints("n_gpu_layers", "split_mode", "main_gpu")
                .pointers("tensor_split", "progress_callback", "progress_callback_user_data", "kv_overrides")
                .bools("vocab_only", "use_mmap", "use_mlock", "check_tensors")
                .expect("devices", 0)
                .expect("split_mode", 1)
                .expect("main_gpu", 0)
                .expect("kv_overrides", 0)
                .expect("vocab_only", 0)
                .expect("use_mmap", 1)
                .expect("use_mlock", 0)
                .expect("check_tensors", 0);
    }

    private static NativeStruct b4916ContextParams() {
        return new NativeStruct()
                .ints("n_ctx", "n_batch", "n_ubatch", "n_seq_max", "n_threads", "n_threads_batch")
                .ints("rope_scaling_type", "pooling_type", "attention_type")
                .floats("rope_freq_base", "rope_freq_scale", "yarn_ext_factor", "yarn_attn_factor")
                .floats("yarn_beta_fast", "yarn_beta_slow")
                .ints("yarn_orig_ctx")
                .floats("defrag_thold")
                .pointers("cb_eval", "cb_eval_user_data")
                .ints("type_k", "type_v")
                .bools("logits_all", "embeddings", "offload_kqv", "flash_attn", "no_perf")
                .pointers("abort_callback", "abort_callback_data")
                .expect("n_ctx", 512)
                .expect("n_batch", 2048)
                .expect("n_ubatch", 512)
                .expect("n_seq_max", 1)
                .expect("yarn_ext_factor", -1)
                .expect("yarn_beta_fast", 32)
                .expect("yarn_beta_slow", 1)
                .expect("defrag_thold", -1)
                .expect("type_k", 1)
                .expect("type_v", 1)
                .expect("offload_kqv", 1)
                .expect("flash_attn", 0)
                .expect("abort_callback", 0);
    }
}
