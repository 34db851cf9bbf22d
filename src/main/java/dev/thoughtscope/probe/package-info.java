/// Thoughts at every position of a text, in the manner of Quiet-STaR (Zelikman et al., 2024): what thinking
/// just before a token is worth for that token and the ones after it.
///
/// Position `i` means: the thought stands before token `i`. It sees the tokens before `i` and its own, and its gain
/// is counted on the tokens from `i` on. All gains are in nats.
package dev.thoughtscope.probe;
