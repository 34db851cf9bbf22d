package dev.thoughtscope.viewmodel.strip;

import dev.thoughtscope.probe.StripCsv;
import dev.thoughtscope.probe.StripJson;
import dev.thoughtscope.probe.StripPicture;
import dev.thoughtscope.probe.StripResult;
import dev.thoughtscope.probe.StripSvg;
import dev.thoughtscope.probe.Tint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes a strip to a file, in the format that the file's name asks for.
public final class StripExport {
    private static final double WIDTH = 960;

    private final Pixels pixels;

    /// Paints a picture into a PNG file.
    public interface Pixels {
        void write(StripPicture picture, Path png) throws IOException;
    }

    public StripExport(Pixels pixels) {
        this.pixels = pixels;
    }

    void write(StripResult result, String model, boolean paper, boolean dark, Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var tint = paper ? Tint.PAPER : Tint.SAFE;
        var picture = StripPicture.of(result, model, new StripPicture.Style(tint, dark, WIDTH));
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> Files.writeString(file, StripCsv.of(result));
            case "json" -> Files.writeString(file, StripJson.of(result));
            case "svg" -> Files.writeString(file, StripSvg.of(picture));
            case "png" -> pixels.write(picture, file);
            default -> throw new IOException("A strip is saved as .csv, .json, .svg or .png, not as " + name + ".");
        }
    }
}
