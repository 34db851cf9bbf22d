/// The settings as the window sees them.
package dev.thoughtscope.viewmodel.settings;
