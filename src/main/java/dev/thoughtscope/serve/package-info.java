/// An engine offered to other programs: llama-server's protocol and OpenAI's completions.
package dev.thoughtscope.serve;
