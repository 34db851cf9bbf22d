package dev.thoughtscope.search;

import java.util.ArrayList;
import java.util.List;

/// Something that a person changed, and how to take it back.
///
/// @param what in words, as in "the edit of node 7"
/// @param again events that make it so once more
/// @param back events that undo it
record Change(String what, List<Event> again, List<Event> back) {
    Change {
        again = List.copyOf(again);
        back = List.copyOf(back);
    }

    Change and(Event moreAgain, Event moreBack) {
        var longerAgain = new ArrayList<>(again);
        longerAgain.add(moreAgain);
        var longerBack = new ArrayList<>(back);
        longerBack.add(moreBack);
        return new Change(what, longerAgain, longerBack);
    }
}
