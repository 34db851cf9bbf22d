/// Runs and trees in formats that others read. A tree becomes text without any file; a run becomes a page in one.
package dev.thoughtscope.export;
