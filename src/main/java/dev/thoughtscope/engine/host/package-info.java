/// The process that owns the native library, what is said between it and the app, and the supervisor
/// that starts it again when it dies.
///
/// Wire: frames on the child's standard input and output, each a length (4 bytes, big-endian) and a
/// [Frame]. The child ends when its input does, so none outlives the app.
package dev.thoughtscope.engine.host;
