/// What the page of studies shows, as JavaFX properties: no controls, no toolkit needed. All of it belongs to one thread,
/// in the window the JavaFX thread.
package dev.thoughtscope.viewmodel.study;
