/// The frame of the window: question bar, controls, answers, status.
package dev.thoughtscope.view.shell;
