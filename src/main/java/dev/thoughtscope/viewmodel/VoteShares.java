package dev.thoughtscope.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the confidence behind each answer grew, simulation by simulation.
public final class VoteShares {
    private final List<String> answers = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Vote> votes = new ArrayList<>();

    /// A simulation that came to an answer.
    ///
    /// @param events how many had happened with it
    /// @param answer its place among the answers, in the order of their first appearance
    /// @param value 0 to 1
    private record Vote(int events, int answer, double value) {}

    /// The shares of some answers after so many events, each 0 to 1; what is left to 1 is that of all others.
    public record Point(int events, double[] shares) {}

    void clear() {
        answers.clear();
        places.clear();
        votes.clear();
    }

    void cut(int events) {
        votes.removeIf(vote -> vote.events > events);
    }

    void add(int events, String answer, double value) {
        int place = places.computeIfAbsent(answer, _ -> {
            answers.add(answer);
            return answers.size() - 1;
        });
        votes.add(new Vote(events, place, value));
    }

    /// The answers with the most behind them in the end, the heaviest first.
    public List<String> heaviest(int most) {
        var weight = new double[answers.size()];
        votes.forEach(vote -> weight[vote.answer] += vote.value);
        return answers.stream()
                .filter(answer -> weight[places.get(answer)] > 0)
                .sorted((a, b) -> Double.compare(weight[places.get(b)], weight[places.get(a)]))
                .limit(most)
                .toList();
    }

    /// Points along the run, the last of all among them.
    ///
    /// @param shown answers, in the order of the shares
    /// @param gap events that lie between two points at least
    public List<Point> points(List<String> shown, double gap) {
        var index = new int[answers.size()];
        Arrays.fill(index, -1);
        for (int i = 0; i < shown.size(); i++) {
            Integer place = places.get(shown.get(i));
            if (place != null) {
                index[place] = i;
            }
        }
        var sums = new double[shown.size()];
        double all = 0;
        var points = new ArrayList<Point>();
        double next = 0;
        for (var vote : votes) {
            all += vote.value;
            if (index[vote.answer] >= 0) {
                sums[index[vote.answer]] += vote.value;
            }
            if (vote.events >= next || vote == votes.getLast()) {
                double total = all;
                points.add(new Point(vote.events, Arrays.stream(sums).map(sum -> total == 0 ? 0 : sum / total).toArray()));
                next = vote.events + gap;
            }
        }
        return points;
    }
}
