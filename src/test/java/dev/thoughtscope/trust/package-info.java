/// Files, frames and processes that mean harm.
package dev.thoughtscope.trust;
