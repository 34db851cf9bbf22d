/// The runs of the past.
package dev.thoughtscope.viewmodel.sessions;
