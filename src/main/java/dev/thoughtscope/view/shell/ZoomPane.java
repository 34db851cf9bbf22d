package dev.thoughtscope.view.shell;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger, in the same room.
final class ZoomPane extends Region {
    private final Scale scale = new Scale(1, 1);
    private Region content;

    void setContent(Region shown) {
        content = shown;
        content.getTransforms().add(scale);
        getChildren().setAll(content);
    }

    double factor() {
        return scale.getX();
    }

    void setFactor(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor(), getHeight() / factor());
    }
}
