package ma.balagh.platform.cli;

import picocli.CommandLine.Command;

@Command(
        name = "match",
        description = "compares the files of two folders without a suite: a table, or as JSON; --help tells more")
final class MatchCommand extends LaboratoryCommand {

    MatchCommand() {
        super("match");
    }
}
