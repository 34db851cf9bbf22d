/// Where thinking helps: thoughts before every token of a corpus, and what they gained by kind of token.
package dev.thoughtscope.study.corpus;
