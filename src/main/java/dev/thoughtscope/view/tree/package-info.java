/// The tree on a canvas.
package dev.thoughtscope.view.tree;
