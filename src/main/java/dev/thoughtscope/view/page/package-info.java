/// What a page of the window is to its frame.
package dev.thoughtscope.view.page;
