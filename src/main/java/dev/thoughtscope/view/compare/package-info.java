/// Two runs side by side.
package dev.thoughtscope.view.compare;
