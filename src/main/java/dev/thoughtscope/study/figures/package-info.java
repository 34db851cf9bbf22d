/// Statistics of a study: pure functions with the formulas and sources that they follow.
package dev.thoughtscope.study.figures;
