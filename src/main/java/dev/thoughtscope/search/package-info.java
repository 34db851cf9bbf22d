/// Tree search as events and their fold. Knows tokens as records, and nothing of the models that make them.
package dev.thoughtscope.search;
