/// How a search goes about it, beyond the settings of every day.
package dev.thoughtscope.view.method;
