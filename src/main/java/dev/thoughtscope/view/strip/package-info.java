/// The token strip: a text on the colours of what thinking was worth, and each position in full.
package dev.thoughtscope.view.strip;
