package dev.thoughtscope.view.tree;

import dev.thoughtscope.viewmodel.RunState;
import dev.thoughtscope.viewmodel.WindowModel;

/// Moves the view where nobody's hand does: along with the search while it is followed, and over all of the tree at its
/// end.
final class CameraMan {
    private final WindowModel model;
    private final Camera camera;
    private final LiveLayout layout;
    private boolean finale;
    private boolean fitNext;

    CameraMan(WindowModel model, Camera camera, LiveLayout layout) {
        this.model = model;
        this.camera = camera;
        this.layout = layout;
        model.state().subscribe(state -> finale = state == RunState.FINISHED);
    }

    /// Takes note of a new layout.
    void laidOut(LiveLayout.Change change) {
        switch (change) {
            case FIRST -> {
                camera.fit(layout.motion());
                camera.arrive();
            }
            case SOME -> {
                if (fitNext && layout.isComplete()) {
                    fitNext = false;
                    camera.fit(layout.motion());
                }
            }
            case NOTHING, OTHER_TREE -> {}
        }
    }

    /// Other nodes are about to be drawn: all of them are to be brought into sight.
    void fitWhenLaidOut() {
        fitNext = layout.isStale() && !model.follow().get();
    }

    /// One frame.
    ///
    /// @param working box that the search works on, -1 for none
    void move(int working) {
        if (finale && layout.isComplete()) {
            finale = false;
            if (model.follow().get()) {
                camera.overview(layout.motion());
                model.follow().set(false);
                if (model.inspector().selected().get() < 0) {
                    model.selectBest();
                }
            }
        }
        if (model.follow().get() && layout.isCurrent()) {
            camera.follow(layout.motion(), working);
        }
    }
}
