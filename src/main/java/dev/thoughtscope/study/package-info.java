/// Measures methods of reasoning on datasets: what to run, running it, and what came out.
package dev.thoughtscope.study;
