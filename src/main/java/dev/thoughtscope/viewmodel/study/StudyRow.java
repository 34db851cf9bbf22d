package dev.thoughtscope.viewmodel.study;

/// One line behind a point of a chart.
public sealed interface StudyRow permits ProblemRow, TokenRow {}
