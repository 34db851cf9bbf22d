package dev.thoughtscope.view.tree;

import dev.thoughtscope.layout.Viewport;
import dev.thoughtscope.view.theme.Messages;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The whole tree, small, with a frame about what the canvas shows. Hidden while the canvas shows it all.
public final class MiniMap extends Region {
    private static final double WIDTH = 168;
    private static final double HEIGHT = 104;
    private static final double MARGIN = 5;
    private static final double EVERY_SECONDS = 0.25;

    private final TreeCanvas tree;
    private final Canvas canvas = new Canvas();
    private final Scale toScene = new Scale(1, 1);
    private final RasterPainter painter = new RasterPainter();
    private Viewport whole = new Viewport(1, 0, 0);
    private Viewport framed = whole;
    private double painted;
    private double detail = 1;

    public MiniMap(TreeCanvas tree) {
        this.tree = tree;
        canvas.getTransforms().add(toScene);
        canvas.setManaged(false);
        getChildren().add(canvas);
        getStyleClass().add("mini-map");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleText(Messages.get("view.map"));
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    }

    public void setDetail(double pixels) {
        detail = pixels;
    }

    private void go(MouseEvent event) {
        tree.centre(whole.planeX(event.getX()), whole.planeY(event.getY()));
        event.consume();
    }

    /// Paints if the canvas looks elsewhere or it is time again.
    public void frame(double seconds) {
        boolean useful = tree.isPartlyOutOfSight();
        boolean appears = useful && !isVisible();
        setVisible(useful);
        boolean due = Math.abs(seconds - painted) > EVERY_SECONDS && tree.isLive();
        if (useful && (appears || due || !framed.equals(tree.sight().view()))) {
            painted = seconds;
            paint();
        }
    }

    private void paint() {
        var sight = tree.sight();
        framed = sight.view();
        whole = Viewport.fit(sight.motion().bounds(), WIDTH, HEIGHT, MARGIN, 1);
        canvas.setWidth(WIDTH * detail);
        canvas.setHeight(HEIGHT * detail);
        toScene.setX(1 / detail);
        toScene.setY(1 / detail);
        var gc = canvas.getGraphicsContext2D();
        gc.setTransform(detail, 0, 0, detail, 0, 0);
        painter.paint(gc, sight.seenFrom(whole, WIDTH, HEIGHT), detail);
        double left = whole.screenX(framed.planeX(0));
        double top = whole.screenY(framed.planeY(0));
        double right = whole.screenX(framed.planeX(sight.width()));
        double bottom = whole.screenY(framed.planeY(sight.height()));
        gc.setFill(sight.look().accent().deriveColor(0, 1, 1, 0.13));
        gc.fillRect(left, top, right - left, bottom - top);
        gc.setStroke(sight.look().line());
        gc.setLineWidth(2);
        gc.strokeRect(0, 0, WIDTH, HEIGHT);
        gc.setStroke(sight.look().accent());
        gc.setLineWidth(1.5);
        gc.strokeRect(
                Math.max(1, left), Math.max(1, top), Math.min(WIDTH - 1, right) - Math.max(1, left),
                Math.min(HEIGHT - 1, bottom) - Math.max(1, top));
    }
}
