package dev.thoughtscope.cli;

/// What `bench` can measure.
enum BenchPart {
    RATES,
    BARE,
    SINGLE,
    PROCESS,
    SELECTION,
    SEARCH
}
