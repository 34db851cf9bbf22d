/// The page of settings, the person's own keys, and what the app is.
package dev.thoughtscope.view.settings;
