package ma.balagh.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.suite.Suite;
import ma.balagh.platform.test.BrowserLauncher;

/** Starts a suite with data of its own, fills it as a city's evening would, and prints each section's figures. */
public final class DeskBenchmark {

    static final int PORT_OFFSET = 970;

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private enum Section {
        /** The size of the desk's first page. */
        WEIGHT,
        /** From a key, or a click, to the recommendations. */
        CHOOSING,
        /** Frames of the map while a thousand units move. */
        MOVING,
        /** From an outcome to the reporter's receipt, and to the dossier. */
        OUTCOME
    }

    private DeskBenchmark() {}

    /** @param arguments the sections, all where none is named; 1 is the exit code when a bar was missed */
    public static void main(String[] arguments) throws Exception {
        KAFKA.setLevel(Level.WARNING); // it tells each of its settings otherwise
        var sections = arguments.length == 0
                ? List.of(Section.values())
                : Stream.of(arguments)
                        .map(String::toUpperCase)
                        .map(Section::valueOf)
                        .toList();
        var data = Files.createTempDirectory("balagh-desk");
        var suite = new Suite(SuiteDirectories.in(SuiteDirectories.repositoryAround(Path.of("")), data, PORT_OFFSET));
        boolean held;
        try {
            suite.up(message -> System.out.println("  " + message));
            held = measure(sections, new DeskCityBuilder(suite), data);
        } finally {
            suite.down(message -> System.out.println("  " + message));
            FileTrees.delete(data);
        }
        System.exit(held ? 0 : 1);
    }

    private static boolean measure(List<Section> sections, DeskCityBuilder city, Path data) throws Exception {
        city.fill();
        boolean held = true;
        try (var playwright = BrowserLauncher.playwright()) {
            var browser = BrowserLauncher.launchWindowed(playwright);
            for (var section : sections) {
                var figures = switch (section) {
                    case WEIGHT -> DeskWeightBenchmark.measure(browser);
                    case CHOOSING -> RecommendationDelayBenchmark.measure(browser, city);
                    case MOVING -> SmoothnessBenchmark.measure(browser, city);
                    case OUTCOME -> OutcomeDelayBenchmark.measure(city, data);
                };
                held &= figures.print();
            }
        }
        return held;
    }
}
