package dev.thoughtscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thoughtscope.search.Control.Grain;
import dev.thoughtscope.search.Order;
import dev.thoughtscope.search.TreeText;
import dev.thoughtscope.session.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The debugger as lines of JSON: one command a line in, one line of sentence out for what cannot be done.
///
/// `{"do":"pause"}` · `resume` · `stop` · `{"do":"step","grain":"token|phase|simulation"}` ·
/// `{"do":"break","at":["confidence<0.5","wrong"]}` · `{"do":"force","node":3,"token":2,"alternative":17}` ·
/// `{"do":"edit","node":3,"text":"…"}` · `{"do":"think","node":3,"text":"…"}` · `{"do":"reflect","node":3}` ·
/// `{"do":"ban","node":3}` · `unban` · `pin` · `unpin` · `focus` · `{"do":"prior","node":3,"prior":0.7}` ·
/// `{"do":"even","node":3}` · `{"do":"undo"}` · `redo` · `{"do":"to","node":7}`, which goes on until a simulation passes
/// there · `{"do":"more","rollouts":8}` · `{"do":"until","state":"paused"}`, which waits · `{"do":"tree"}`, which prints it.
final class ControlLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_MILLIS = 5;

    private final Run run;
    private final PrintWriter out;
    private final PrintWriter err;
    private List<String> breakpoints = List.of();

    ControlLines(Run run, PrintWriter out, PrintWriter err) {
        this.run = run;
        this.out = out;
        this.err = err;
    }

    /// Carries out lines until there are no more; a run that is still paused then goes on, and nothing holds it again.
    void read(Reader reader) {
        int number = 0;
        try (var lines = new BufferedReader(reader)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    carryOut(number, line);
                }
            }
        } catch (IOException closed) {
            err.println("The commands ended: " + closed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            run.breakpoints().accept(List.of());
            run.control().resume();
            err.flush();
        }
    }

    private void carryOut(int number, String line) throws InterruptedException {
        try {
            carryOut(JSON.readTree(line));
        } catch (JsonProcessingException unreadable) {
            err.println("Line " + number + " is no JSON; write for example {\"do\":\"step\"}.");
        } catch (IllegalArgumentException impossible) {
            err.println("Line " + number + ": " + impossible.getMessage());
        }
        err.flush();
    }

    private void carryOut(JsonNode command) throws InterruptedException {
        var control = run.control();
        switch (command.path("do").asText("")) {
            case "pause" -> control.pause();
            case "resume" -> control.resume();
            case "stop" -> control.stop();
            case "step" -> control.step(grain(command.path("grain").asText("simulation")));
            case "break" -> setBreakpoints(texts(command.path("at")));
            case "to" -> goTo(number(command, "node"));
            case "even" -> control.order(new Order.EvenOut(number(command, "node")));
            case "undo" -> control.order(new Order.Undo());
            case "redo" -> control.order(new Order.Redo());
            case "force" ->
                control.order(new Order.ForceToken(number(command, "node"), number(command, "token"), number(command, "alternative")));
            case "edit" -> control.order(new Order.Edit(number(command, "node"), text(command)));
            case "think" -> control.order(new Order.AddThought(number(command, "node"), text(command)));
            case "reflect" -> control.order(new Order.Reflect(number(command, "node")));
            case "ban" -> control.order(new Order.Ban(number(command, "node"), true));
            case "unban" -> control.order(new Order.Ban(number(command, "node"), false));
            case "pin" -> control.order(new Order.Pin(number(command, "node"), true));
            case "unpin" -> control.order(new Order.Pin(number(command, "node"), false));
            case "focus" -> control.order(new Order.Focus(number(command, "node")));
            case "prior" ->
                control.order(new Order.SetPrior(number(command, "node"), command.path("prior").asDouble(Double.NaN)));
            case "more" -> control.order(new Order.MoreRollouts(number(command, "rollouts")));
            case "until" -> waitFor(command.path("state").asText("paused"));
            case "tree" -> {
                out.print(TreeText.numbered(run.log().fold()));
                out.flush();
            }
            default -> throw new IllegalArgumentException("there is no command \"" + command.path("do").asText("")
                    + "\"; the commands are pause, resume, stop, step, break, force, edit, think, reflect, ban, unban,"
                    + " pin, unpin, focus, prior, even, undo, redo, to, more, until and tree.");
        }
    }

    private void setBreakpoints(List<String> texts) {
        run.breakpoints().accept(texts);
        breakpoints = texts;
    }

    private void goTo(int node) {
        var once = new ArrayList<>(breakpoints);
        once.add("until:" + node);
        run.breakpoints().accept(once);
        run.control().resume();
    }

    private void waitFor(String state) throws InterruptedException {
        if (!state.equals("paused")) {
            throw new IllegalArgumentException("a run can only be waited for until it is paused.");
        }
        while (!run.log().hasEnded() && !run.control().isStanding()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static Grain grain(String name) {
        try {
            return Grain.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("a step goes by token, phase or simulation, not by " + name + ".");
        }
    }

    private static int number(JsonNode command, String field) {
        if (!command.path(field).canConvertToInt()) {
            throw new IllegalArgumentException("\"" + field + "\" must be a number.");
        }
        return command.path(field).intValue();
    }

    private static String text(JsonNode command) {
        if (!command.path("text").isTextual()) {
            throw new IllegalArgumentException("\"text\" must be there.");
        }
        return command.path("text").textValue();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
