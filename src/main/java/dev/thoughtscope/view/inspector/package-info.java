/// The selected node in full, token by token.
package dev.thoughtscope.view.inspector;
