/// Guided tours: their format, their reader, and what they claim of a recorded run, checked against it.
package dev.thoughtscope.lessons;
