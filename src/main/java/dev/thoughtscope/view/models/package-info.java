/// The page of models: which one is in use, which others are there, and what computes them.
package dev.thoughtscope.view.models;
