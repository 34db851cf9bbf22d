package dev.thoughtscope.viewmodel.models;

import dev.thoughtscope.download.Offer;
import dev.thoughtscope.download.Progress;
import dev.thoughtscope.viewmodel.models.FetchHost.Wish;

/// How far fetching is.
public sealed interface FetchState {
    FetchState IDLE = new Idle();

    record Idle() implements FetchState {}

    /// The person wants to stay offline.
    record Offline() implements FetchState {}

    record Looking() implements FetchState {}

    /// Waits for the person's consent.
    record Offered(Wish wish, Offer offer) implements FetchState {}

    record Fetching(Wish wish, Offer offer, Progress progress) implements FetchState {}

    /// Can be gone on with.
    ///
    /// @param sentence why, empty if the person stopped it
    record Stopped(Wish wish, Offer offer, String sentence) implements FetchState {}

    /// There is nothing to fetch.
    record Refused(String sentence) implements FetchState {}

    record Done(Offer offer) implements FetchState {}
}
