package dev.thoughtscope.app;

import dev.thoughtscope.cli.Commands;
import java.io.IOException;

public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logs.open();
        System.exit(Commands.execute(
                (_, _) -> {
                    throw new IOException("Pictures are not made yet.");
                },
                arguments));
    }
}
