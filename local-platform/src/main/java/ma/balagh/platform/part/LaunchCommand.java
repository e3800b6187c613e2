package ma.balagh.platform.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The command of a process.
 *
 * @param command program and arguments
 * @param environment what is added to the launcher's own environment
 * @param directory the working directory
 */
public record LaunchCommand(List<String> command, Map<String, String> environment, Path directory) {}
