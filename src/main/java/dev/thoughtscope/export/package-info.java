/// A tree in formats that others read. Pure: text from a tree, no files.
package dev.thoughtscope.export;
