package ma.balagh.platform.cli;

import picocli.CommandLine.Command;

@Command(
        name = "examine",
        description = "examines files without a suite: findings for people, or as JSON; --help tells more")
final class ExamineCommand extends LaboratoryCommand {

    ExamineCommand() {
        super("examine");
    }
}
