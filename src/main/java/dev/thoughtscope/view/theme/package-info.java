/// Colours, fonts and words that all views share.
package dev.thoughtscope.view.theme;
