/// Two runs side by side, without controls.
package dev.thoughtscope.viewmodel.compare;
