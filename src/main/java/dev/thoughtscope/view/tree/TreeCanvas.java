package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Motion;
import dev.thoughtscope.view.theme.Look;
import dev.thoughtscope.view.theme.Messages;
import dev.thoughtscope.view.theme.Palette;
import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.TreeModel;
import dev.thoughtscope.viewmodel.WindowModel;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The tree, drawn on a canvas: what is in sight, as finely as the scale allows, once a pulse at most.
public final class TreeCanvas extends Region {
    private static final int NONE = -1;
    /// The gentle movements of what is at work are drawn this often: they must not take time from the model.
    private static final double PHASE_SECONDS = 0.05;

    private final WindowModel model;
    private final TreeModel tree;
    private final Canvas canvas = new Canvas();
    private final Scale toScene = new Scale(1, 1);
    private final TreePainter painter = new TreePainter();
    private final LiveLayout layout;
    private final Motion motion;
    private final Camera camera = new Camera();
    private final Steering steering;
    private final CameraMan cameraMan;
    private final NodeTip tip;
    private final TreeInput input;
    private Look look = Look.light(Palette.VIRIDIS);
    private int hovered = NONE;
    private double detail = 1;
    private double lastSeconds;
    private double phase;
    private double paintedPhase;
    private BooleanSupplier isStill = () -> Platform.getPreferences().isReducedMotion();
    private boolean dirty = true;

    public TreeCanvas(WindowModel model) {
        this.model = model;
        tree = model.tree();
        layout = new LiveLayout(tree, this::anchor);
        motion = layout.motion();
        steering = new Steering(model, camera, layout, this);
        cameraMan = new CameraMan(model, camera, layout);
        tip = new NodeTip(this, tree);
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        getChildren().add(canvas);
        getStyleClass().add("tree-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(Messages.get("tree.accessible"));
        setMinSize(120, 80);
        model.inspector().selected().subscribe(this::selectionChanged);
        model.follow().subscribe(this::changed);
        focusedProperty().subscribe(this::changed);
        input = new TreeInput(this);
    }

    public void setLook(Look newLook) {
        look = newLook;
        changed();
    }

    /// @param still whether things jump to their places instead of moving there
    public void setStill(BooleanSupplier still) {
        isStill = still;
    }

    /// Pixels of the canvas in a unit of the scene, more than 1 for fine pictures.
    public void setDetail(double pixels) {
        detail = pixels;
        requestLayout();
    }

    /// Asks for a repaint at the next frame.
    public void changed() {
        dirty = true;
    }

    @Override
    protected void layoutChildren() {
        camera.resize(getWidth(), getHeight());
        canvas.setWidth(Math.ceil(getWidth()) * detail);
        canvas.setHeight(Math.ceil(getHeight()) * detail);
        toScene.setX(1 / detail);
        toScene.setY(1 / detail);
        changed();
    }

    /// One frame: takes a finished layout, moves what moves, paints if anything changed.
    public void frame(double seconds) {
        assert Platform.isFxApplicationThread();
        double step = Math.clamp(seconds - lastSeconds, 0, 0.25);
        lastSeconds = seconds;
        updateLayout();
        cameraMan.move(shown(tree.workingEnd()));
        boolean moves = motion.advance(step) | camera.advance(step);
        if (isStill.getAsBoolean()) {
            motion.settle();
            camera.arrive();
        } else if (model.state().get() == RunState.RUNNING) {
            phase += step;
        }
        if (moves || dirty || phase - paintedPhase > PHASE_SECONDS) {
            paint();
        }
    }

    private void updateLayout() {
        var change = layout.update();
        if (change == LiveLayout.Change.NOTHING) {
            return;
        }
        if (change == LiveLayout.Change.OTHER_TREE) {
            painter.forget();
        }
        cameraMan.laidOut(change);
        hovered = layout.isNode(hovered) && tree.isNode(hovered) ? hovered : NONE;
        changed();
    }

    /// Repaints; where other nodes are drawn now, all of them are brought into sight.
    public void redraw() {
        cameraMan.fitWhenLaidOut();
        changed();
    }

    /// The box that must not move: the one under the pointer, or the selected one, or that in the middle.
    private int anchor() {
        if (model.follow().get()) {
            return 0;
        }
        int selected = tree.isNode(selected()) ? selected() : 0;
        return hovered != NONE && tree.isNode(hovered) ? hovered : selected;
    }

    /// Lays out and shows the whole tree at once, without any movement.
    public void settle() {
        applyCss();
        layout();
        layout.settle();
        camera.resize(getWidth(), getHeight());
        camera.fit(motion);
        camera.arrive();
        paint();
    }

    /// Paints at once, before the next frame.
    public void paint() {
        dirty = false;
        paintedPhase = phase;
        var gc = canvas.getGraphicsContext2D();
        gc.setTransform(detail, 0, 0, detail, 0, 0);
        painter.paint(gc, sight(), detail);
    }

    Sight sight() {
        return new Sight(
                model, layout.boxes(), motion, camera.view(), look, getWidth(), getHeight(), shown(selected()), hovered, phase);
    }

    private int shown(int box) {
        return layout.isNode(box) ? box : NONE;
    }

    int selected() {
        return model.inspector().selected().get();
    }

    private void selectionChanged() {
        int node = selected();
        if (layout.isNode(node) && tree.isNode(node)) {
            setAccessibleText(NodeSentence.of(tree, node));
            tree.folds().reveal(node);
            steering.reveal(node);
        }
        changed();
    }

    void select(int box) {
        model.inspector().selected().set(shown(box));
    }

    /// The node at a point of the canvas, -1 for none.
    public int nodeAt(double x, double y) {
        return shown(hit(x, y));
    }

    /// Folds away what hangs on a node, or shows it; an end comes near instead.
    public void toggle(int node) {
        if (!tree.folds().hasChildren(node)) {
            steering.show(node);
            return;
        }
        select(node);
        tree.folds().setClosed(node, !tree.folds().isClosed(node));
        changed();
    }

    public int selectedNode() {
        return shown(selected());
    }

    public void choose(int node) {
        select(node);
    }

    /// Where a node is on the canvas.
    public Bounds boundsOf(int node) {
        return layout.isNode(node) ? painter.bounds(sight(), node) : getLayoutBounds();
    }

    /// Moves just so far that a node is in sight.
    ///
    /// @return whether it has a place already
    public boolean reveal(int node) {
        return steering.reveal(node);
    }

    /// The hand that moves the view.
    public Steering steering() {
        return steering;
    }

    TreeInput input() {
        return input;
    }

    int hit(double x, double y) {
        return motion.hit(camera.view().planeX(x), camera.view().planeY(y));
    }

    void hover(int box) {
        if (box != hovered) {
            hovered = box;
            tip.hover(box);
            changed();
        }
    }

    /// Walks from the selected node; from nowhere to the root.
    void walk(Walk where) {
        int at = shown(selected());
        if (layout.isCurrent()) {
            int next = at == NONE ? 0 : where.from(tree, motion.layout(), at);
            if (layout.isNode(next)) {
                model.follow().set(false);
                select(next);
            }
        }
    }

    /// Where the middle of a node is, in this canvas's own coordinates.
    public Point2D place(int node) {
        var view = camera.view();
        return new Point2D(view.screenX(motion.left(node) + Motion.WIDTH / 2), view.screenY(motion.centre(node)));
    }

    /// Whether the tree may change by itself.
    boolean isLive() {
        return motion.isMoving() || model.state().get().isUnderWay() || !model.playback().atHead().get();
    }

    /// How many boxes the present view shows.
    public int boxesInSight() {
        return sight().boxesInSight();
    }

    public void close() {
        layout.close();
    }
}
