/// The run over time: what it had found when, and the way back to any moment.
package dev.thoughtscope.view.timeline;
