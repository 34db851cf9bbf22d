/// Problems with known answers, in the formats in which they are published.
package dev.thoughtscope.study.data;
