/// Models behind a server: llama-server's protocol and OpenAI's, as engines.
package dev.thoughtscope.engine.http;
