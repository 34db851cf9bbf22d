package dev.thoughtscope.view.shell;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes pictures as PNG, 8 bits a channel, without AWT. Source: the PNG specification, third edition.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 137, 80, 78, 71, 13, 10, 26, 10};
    private static final int BYTES = 4;
    private static final byte UP = 2;

    private Png() {}

    public static void write(Image image, Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (var out = Files.newOutputStream(file)) {
            write(image, out);
        }
    }

    static void write(Image image, OutputStream to) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var out = new DataOutputStream(to);
        out.write(SIGNATURE);
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 6, 0, 0, 0});
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", rows(image, width, height));
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static byte[] rows(Image image, int width, int height) throws IOException {
        var compressed = new ByteArrayOutputStream();
        var deflater = new Deflater(6);
        try (var rows = new DeflaterOutputStream(compressed, deflater)) {
            var above = new byte[width * BYTES];
            var row = new byte[width * BYTES];
            var filtered = new byte[width * BYTES];
            var reader = image.getPixelReader();
            for (int y = 0; y < height; y++) {
                reader.getPixels(0, y, width, 1, PixelFormat.getByteBgraInstance(), row, 0, row.length);
                for (int i = 0; i < row.length; i += BYTES) {
                    byte blue = row[i];
                    row[i] = row[i + 2];
                    row[i + 2] = blue;
                }
                for (int i = 0; i < row.length; i++) {
                    filtered[i] = (byte) (row[i] - above[i]);
                }
                rows.write(UP);
                rows.write(filtered);
                var swap = above;
                above = row;
                row = swap;
            }
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) checksum.getValue());
    }
}
