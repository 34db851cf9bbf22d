/// Measures engines: tokens per second by width and prefix, and models of random weights to do it on.
package dev.thoughtscope.engine.bench;
