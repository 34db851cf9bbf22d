package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Motion;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.viewmodel.Mark;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Nodes far away, tens of thousands of them, set pixel by pixel.
final class RasterPainter {
    private int width;
    private int height;
    private double detail;
    private int[] pixels = {};
    private PixelBuffer<IntBuffer> buffer;
    private WritableImage image;

    void paint(GraphicsContext gc, Sight sight, double pixelsPerUnit) {
        resize(sight, pixelsPerUnit);
        Look look = sight.look();
        Arrays.fill(pixels, argb(look.ground()));
        int edge = argb(look.ground().interpolate(look.edge(), 0.75));
        sight.forEachRow(pixelsPerUnit, box -> {
            if (box > 0) {
                edge(sight, box, edge);
            }
        });
        int question = argb(look.strong());
        int reflect = argb(look.reflect());
        int right = argb(look.right());
        int wrong = argb(look.wrong());
        int ghost = argb(look.accent());
        sight.forEachRow(pixelsPerUnit, box -> {
            if (sight.isGhost(box)) {
                box(sight, box, ghost, 0);
                return;
            }
            switch (sight.tree().shape(box)) {
                case QUESTION -> box(sight, box, question, 0);
                case REFLECTION -> diamond(sight, box, reflect);
                case ANSWER -> {
                    Mark mark = sight.tree().mark(box);
                    int rim = mark == Mark.RIGHT ? right : mark == Mark.WRONG ? wrong : question;
                    box(sight, box, look.palette().pixel(sight.heat(box)), rim);
                }
                case STEP, PERSON, GHOST -> box(sight, box, step(sight, box, look), 0);
            }
        });
        buffer.updateBuffer(_ -> null);
        gc.drawImage(image, 0, 0, sight.width(), sight.height());
    }

    /// Heat, paler where no simulation has been.
    private static int step(Sight sight, int box, Look look) {
        int heat = look.palette().pixel(sight.heat(box));
        return sight.tree().visits(box) > 0 ? heat : mean(heat, argb(look.ground()));
    }

    private static int mean(int a, int b) {
        return 0xff000000 | ((a & 0xfefefe) >>> 1) + ((b & 0xfefefe) >>> 1);
    }

    private void resize(Sight sight, double pixelsPerUnit) {
        int wide = Math.max(1, (int) Math.ceil(sight.width() * pixelsPerUnit));
        int high = Math.max(1, (int) Math.ceil(sight.height() * pixelsPerUnit));
        detail = pixelsPerUnit;
        if (buffer == null || wide != width || high != height) {
            width = wide;
            height = high;
            pixels = new int[wide * high];
            buffer = new PixelBuffer<>(wide, high, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        }
    }

    private void box(Sight sight, int box, int colour, int rim) {
        int left = (int) (sight.left(box) * detail);
        int top = (int) Math.round(sight.top(box) * detail);
        int right = left + Math.max(2, (int) (sight.boxWidth() * detail));
        int bottom = Math.max(top + 1, (int) Math.round((sight.top(box) + sight.boxHeight(box)) * detail));
        fill(left, top, right, bottom, colour);
        if (rim != 0) {
            fill(right - Math.max(1, (right - left) / 4), top, right, bottom, rim);
        }
    }

    private void diamond(Sight sight, int box, int colour) {
        int middleX = (int) ((sight.left(box) + sight.boxWidth() / 2) * detail);
        int middleY = (int) (sight.centre(box) * detail);
        double least = Math.max(3, sight.boxHeight(box) * 0.8);
        int half = Math.max(2, (int) (Math.min(sight.boxWidth() / 4, least) * detail));
        for (int i = 0; i <= half; i++) {
            fill(middleX - i, middleY - half + i, middleX + i + 1, middleY - half + i + 1, colour);
            fill(middleX - i, middleY + half - i, middleX + i + 1, middleY + half - i + 1, colour);
        }
    }

    private void edge(Sight sight, int box, int colour) {
        int parent = sight.motion().layout().parent(box);
        int from = (int) ((sight.left(parent) + sight.boxWidth()) * detail);
        int to = (int) (sight.left(box) * detail);
        int middle = from + (int) ((Motion.COLUMN - Motion.WIDTH) * sight.view().across() * detail / 2);
        int start = (int) (sight.centre(parent) * detail);
        int end = (int) (sight.centre(box) * detail);
        fill(from, start, middle + 1, start + 1, colour);
        fill(middle, Math.min(start, end), middle + 1, Math.max(start, end) + 1, colour);
        fill(middle, end, to, end + 1, colour);
    }

    private void fill(int left, int top, int right, int bottom, int colour) {
        int fromX = Math.max(0, left);
        int toX = Math.min(width, right);
        int toY = Math.min(height, bottom);
        if (fromX >= toX) {
            return;
        }
        for (int y = Math.max(0, top); y < toY; y++) {
            Arrays.fill(pixels, y * width + fromX, y * width + toX, colour);
        }
    }

    private static int argb(Color colour) {
        return 0xff << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
