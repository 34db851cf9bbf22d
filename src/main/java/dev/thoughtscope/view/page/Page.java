package dev.thoughtscope.view.page;

import dev.thoughtscope.view.theme.Look;
import java.util.List;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/// A page of the window, reached by its button in the rail. All of it is called on the JavaFX thread.
public interface Page {
    /// A short stable name in lower case, such as `strip`.
    String id();

    /// The word under its button, in the person's language: one short word.
    String title();

    /// What the page is for, a sentence in the person's language.
    String hint();

    Feather icon();

    Parent root();

    void setLook(Look look);

    /// What can be done on the page, by key while it is in view and from the command palette always.
    default List<Command> commands() {
        return List.of();
    }

    /// The page has come into view: the place to put the focus.
    default void shown() {}

    /// The page has gone out of view.
    default void hidden() {}

    /// The window shows large type on a clean screen, or no longer: what is only for setting up may go.
    default void presented(boolean presenting) {}

    /// @param pixels in a unit of the page, for what it draws itself; called before it comes into view
    default void setDetail(double pixels) {}

    /// One frame of what moves; called only while the page is in view.
    ///
    /// @param seconds the time of the frame
    default void frame(double seconds) {}
}
