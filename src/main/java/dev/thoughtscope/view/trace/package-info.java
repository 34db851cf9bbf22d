/// Traces of other systems: where they are pasted or chosen.
package dev.thoughtscope.view.trace;
