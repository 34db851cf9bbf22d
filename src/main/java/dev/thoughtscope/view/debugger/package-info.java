/// A person's hand on the search: stop, step, look, change something, go on.
package dev.thoughtscope.view.debugger;
