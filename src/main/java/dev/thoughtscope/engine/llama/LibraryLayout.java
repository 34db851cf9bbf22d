package dev.thoughtscope.engine.llama;

import java.util.List;

/// What differs between the releases of llama.cpp that we know.
///
/// @param memory how its functions on sequences are named and what they take
/// @param maxSequences ids of sequences that a context may use
/// @param bestRows branches beyond this number are better split over two passes on a processor
record LibraryLayout(
        String name,
        NativeStruct modelParams,
        NativeStruct contextParams,
        Memory memory,
        int maxSequences,
        int bestRows) {
    enum Memory {
        /// `llama_kv_self_X(context, …)`
        KV_SELF,
        /// `llama_memory_X(llama_get_memory(context), …)`
        MEMORY
    }

    static final LibraryLayout B4916 =
            new LibraryLayout("b4916", b4916ModelParams(), b4916ContextParams(), Memory.KV_SELF, 256, 512);

    /// From b10355 until `lazy_mode` came.
    static final LibraryLayout B10573 = new LibraryLayout(
            "b10573", laterModelParams(false), laterContextParams(), Memory.MEMORY, 256, 63);

    static final LibraryLayout V0_5 = new LibraryLayout(
            "0.4 to 0.5", laterModelParams(true), laterContextParams(), Memory.MEMORY, 256, 63);

    static final List<LibraryLayout> ALL = List.of(B4916, B10573, V0_5);

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

    private static NativeStruct laterModelParams(boolean lazyMode) {
        var struct = new NativeStruct()
                .pointers("devices", "tensor_buft_overrides")
                .ints("n_gpu_layers", "split_mode", "load_mode");
        if (lazyMode) {
            struct.ints("lazy_mode");
        }
        return struct.ints("main_gpu")
                .pointers("tensor_split", "progress_callback", "progress_callback_user_data", "kv_overrides")
                .bools("vocab_only", "check_tensors", "use_extra_bufts", "no_host", "no_alloc", "load_mtp")
                .expect("devices", 0)
                .expect("n_gpu_layers", -1)
                .expect("split_mode", 1)
                .expect("main_gpu", 0)
                .expect("kv_overrides", 0)
                .expect("vocab_only", 0)
                .expect("check_tensors", 0)
                .expect("use_extra_bufts", 1)
                .expect("no_alloc", 0);
    }

    private static NativeStruct laterContextParams() {
        return new NativeStruct()
                .ints("n_ctx", "n_batch", "n_ubatch", "n_seq_max", "n_rs_seq", "n_outputs_max", "n_outputs_max_per_seq")
                .ints("n_threads", "n_threads_batch", "ctx_type", "rope_scaling_type", "pooling_type")
                .ints("attention_type", "flash_attn_type")
                .floats("rope_freq_base", "rope_freq_scale", "yarn_ext_factor", "yarn_attn_factor")
                .floats("yarn_beta_fast", "yarn_beta_slow")
                .ints("yarn_orig_ctx")
                .floats("defrag_thold")
                .pointers("cb_eval", "cb_eval_user_data")
                .ints("type_k", "type_v")
                .pointers("abort_callback", "abort_callback_data")
                .bools("embeddings", "offload_kqv", "no_perf", "op_offload", "swa_full", "kv_unified")
                .pointers("samplers", "n_samplers", "ctx_other")
                .expect("n_ctx", 512)
                .expect("n_batch", 2048)
                .expect("n_ubatch", 512)
                .expect("n_seq_max", 1)
                .expect("rope_scaling_type", -1)
                .expect("flash_attn_type", -1)
                .expect("yarn_ext_factor", -1)
                .expect("defrag_thold", -1)
                .expect("type_k", 1)
                .expect("type_v", 1)
                .expect("embeddings", 0)
                .expect("offload_kqv", 1)
                .expect("op_offload", 1)
                .expect("kv_unified", 0)
                .expect("samplers", 0)
                .expect("ctx_other", 0);
    }
}
