/// What a language model can be asked to do: ports and records, no implementation.
package dev.thoughtscope.engine;
