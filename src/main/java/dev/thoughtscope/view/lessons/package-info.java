/// Lessons: their list, and the player with text, prediction and tree.
package dev.thoughtscope.view.lessons;
