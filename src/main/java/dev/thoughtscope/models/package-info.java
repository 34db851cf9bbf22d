/// Finds model files on this machine and tells what they are, without changing or loading any.
package dev.thoughtscope.models;
