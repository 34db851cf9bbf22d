/// A run as a file for others, who need nothing but a browser.
package dev.thoughtscope.export;
