package ma.balagh.platform.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ma.balagh.platform.demo.Clips;
import ma.balagh.platform.demo.Demo;
import ma.balagh.platform.part.SuiteFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "starts the suite where it does not run and plays the story of published videos on it")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Mixin
    private final FlavourOption flavour = new FlavourOption();

    @Option(names = "--media", paramLabel = "DIR", description = "a folder with three real videos")
    private @Nullable Path media;

    @Override
    public Integer call() throws IOException {
        var startup = new Startup(flavour.choose(which.suite()), System.out);
        startup.run();
        startup.letRun();
        var directory = Files.createDirectories(which.workplace().data().resolve("demo"));
        try {
            var clips = media == null
                    ? Clips.synthetic(directory, System.currentTimeMillis())
                    : Clips.from(media.toAbsolutePath(), directory);
            new Demo(which.portOffset(), System.out).play(clips);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new SuiteFailure("The story stopped: " + e.getMessage(), e);
        }
        System.out.println("\n  The suite runs on; ./balagh down"
                + which.workplace().ports().option() + " stops it.");
        return 0;
    }
}
