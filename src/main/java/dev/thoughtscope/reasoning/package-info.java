/// The language-model side of search: dialects, actions, reflection, confidence, answers.
package dev.thoughtscope.reasoning;
