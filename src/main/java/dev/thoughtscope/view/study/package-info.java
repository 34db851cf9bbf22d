/// The page of studies.
package dev.thoughtscope.view.study;
