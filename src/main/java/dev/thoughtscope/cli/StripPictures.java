package dev.thoughtscope.cli;

import dev.thoughtscope.probe.StripPicture;
import java.io.IOException;
import java.nio.file.Path;

/// Turns the picture of a strip into pixels, which needs the window's toolkit. That is not the command line's to know.
public interface StripPictures {
    void write(StripPicture picture, Path png) throws IOException;
}
