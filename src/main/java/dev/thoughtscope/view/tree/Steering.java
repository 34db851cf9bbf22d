package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Motion;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.Collection;

/// The person's hand on the view. Whoever moves the view by hand no longer follows the search.
public final class Steering {
    private final WindowModel model;
    private final Camera camera;
    private final LiveLayout layout;
    private final Motion motion;
    private final TreeCanvas canvas;

    Steering(WindowModel model, Camera camera, LiveLayout layout, TreeCanvas canvas) {
        this.model = model;
        this.camera = camera;
        this.layout = layout;
        this.motion = layout.motion();
        this.canvas = canvas;
    }

    private void take() {
        model.follow().set(false);
        canvas.changed();
    }

    /// Moves the view as a dragging hand does.
    public void pan(double dx, double dy) {
        take();
        camera.pan(dx, dy);
    }

    void zoom(double factor, double x, double y) {
        take();
        camera.zoom(factor, x, y);
    }

    public void zoomBy(double factor) {
        take();
        camera.glideZoom(factor);
    }

    void panBy(double dx, double dy) {
        take();
        camera.glidePan(dx, dy);
    }

    public void fit() {
        take();
        camera.fit(motion);
    }

    /// As near as a node and all that hangs on it may be; the whole tree where none is given.
    public void fitTo(int node) {
        if (layout.isNode(node)) {
            take();
            camera.fit(motion, node);
        } else {
            fit();
        }
    }

    /// Shows the whole tree where it can be read, else these nodes.
    public void frame(Collection<Integer> nodes) {
        take();
        camera.frame(motion, nodes.stream().filter(layout::isNode).toList());
    }

    /// Brings a node to the middle, large enough to read.
    public void show(int node) {
        if (layout.isNode(node)) {
            take();
            camera.show(motion, node);
        }
    }

    /// Moves just so far that a node is in sight, unless the search is followed.
    ///
    /// @return whether the node has a place already
    boolean reveal(int node) {
        if (!layout.isNode(node)) {
            return false;
        }
        if (!model.follow().get()) {
            camera.reveal(motion, node);
        }
        return true;
    }

    /// Brings a point of the plane to the middle.
    void centre(double planeX, double planeY) {
        take();
        camera.glide(camera.view().centred(planeX, planeY, canvas.getWidth() / 2, canvas.getHeight() / 2));
    }

    /// Moves at once to a scale, the middle of the fullest column in the middle.
    public void lookAt(double scale) {
        take();
        camera.jump(motion.middle(scale, canvas.getWidth(), canvas.getHeight()));
    }

    boolean isPartlyOutOfSight() {
        if (layout.boxes().nodes() == 0) {
            return false;
        }
        double[] bounds = motion.bounds();
        var view = camera.view();
        return view.screenX(bounds[0]) < -1
                || view.screenY(bounds[1]) < -1
                || view.screenX(bounds[2]) > canvas.getWidth() + 1
                || view.screenY(bounds[3]) > canvas.getHeight() + 1;
    }
}
