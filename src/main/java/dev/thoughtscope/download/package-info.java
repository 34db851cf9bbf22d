/// Fetches models and llama.cpp releases, when a person asks for it and never by itself.
package dev.thoughtscope.download;
