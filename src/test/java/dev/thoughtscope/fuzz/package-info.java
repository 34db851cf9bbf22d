/// What Jazzer feeds with bytes of its own invention; see "Fuzzing" in CONTRIBUTING.md.
package dev.thoughtscope.fuzz;
