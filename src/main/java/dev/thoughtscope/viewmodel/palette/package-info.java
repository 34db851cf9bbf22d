/// Finds what a person means by a few letters.
package dev.thoughtscope.viewmodel.palette;
