package dev.thoughtscope.cli;

import dev.thoughtscope.session.EventLog;
import java.io.IOException;
import java.nio.file.Path;

/// Draws the window of a run into a picture. The window is not the command line's to know.
public interface Snapshots {
    void write(EventLog log, Path png) throws IOException;
}
