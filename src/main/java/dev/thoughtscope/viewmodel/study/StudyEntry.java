package dev.thoughtscope.viewmodel.study;

import java.nio.file.Path;
import java.util.Optional;

/// A study to choose.
///
/// @param text the study file
/// @param base the file whose folder its paths start from
/// @param folder where its results are, empty for one that is only written
public record StudyEntry(String title, String text, Path base, Optional<Path> folder) {
    @Override
    public String toString() {
        return title;
    }
}
