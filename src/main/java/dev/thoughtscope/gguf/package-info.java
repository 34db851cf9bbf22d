/// Reads the header of a GGUF model file and checks it before any native code sees the file.
///
/// Format: <https://github.com/ggml-org/ggml/blob/master/docs/gguf.md>
package dev.thoughtscope.gguf;
