package dev.thoughtscope.cli;

import dev.thoughtscope.session.Home;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "licences", description = "Prints the licences of all that ships.", mixinStandardHelpOptions = true)
public final class LicencesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(Home.find().thirdParty());
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
