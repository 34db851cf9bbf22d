/// llama.cpp through the Foreign Function & Memory API.
///
/// One platform thread, `llama`, owns a context and everything that belongs to it. What can make the
/// library end the process is checked here, in Java, before the call.
package dev.thoughtscope.engine.llama;
