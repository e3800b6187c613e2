package ma.balagh.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.platform.demo.DemoStory;
import ma.balagh.platform.demo.StoryClips;
import ma.balagh.platform.demo.SuiteClient;
import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.suite.Suite;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the real suite, started once for all classes on ports and data of its own by the launcher that
 * {@code ./balagh} uses, and stopped after the last one.
 */
public final class SuiteUnderTest implements ParameterResolver {

    /** Set by the build, so that the modules with such tests can run at the same time. */
    public static final int PORT_OFFSET = Integer.getInteger("balagh.port-offset");

    public static final URI PORTAL = URI.create("http://localhost:" + (8080 + PORT_OFFSET));

    /** Set by the build: the profile "native" has the tests run against native executables. */
    public static final String FLAVOUR = "balagh.flavour";

    private static final ProgressListener PROGRESS = message -> System.out.println("[suite] " + message);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SuiteUnderTest.class))
                .computeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    /** The suite while the tests run. */
    public static final class Running implements AutoCloseable {

        private final Path data = newDataDirectory();
        private final Suite suite = new Suite(SuiteDirectories.in(
                        SuiteDirectories.repositoryAround(Path.of("").toAbsolutePath()), data, PORT_OFFSET))
                .startingAs(flavour());
        private final SuiteClient client = new SuiteClient(PORT_OFFSET);
        private final AtomicInteger clips = new AtomicInteger();

        Running() {
            suite.up(PROGRESS);
        }

        public SuiteClient client() {
            return client;
        }

        public DemoStory story() {
            return new DemoStory(client);
        }

        public Suite suite() {
            return suite;
        }

        /** What {@code kill -9} does to one of its processes. */
        public void kill(String part) {
            suite.kill(part);
        }

        /** What is left of the suite when its machine is lost: nothing. */
        public void destroy() throws IOException {
            suite.partNames().forEach(suite::kill);
            FileTrees.delete(data);
            suite.startingAs(flavour());
        }

        /** Starts again what is missing, as {@code ./balagh up} does. */
        public void up() {
            suite.up(PROGRESS);
        }

        /** Where intake keeps evidence. */
        public Path evidence() {
            return data.resolve("intake").resolve("evidence");
        }

        /** A folder of its own for what a test makes. */
        public Path scratch() {
            try {
                return Files.createTempDirectory(data, "scratch");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A clip that the suite has not seen. A known clip would join its earlier case, which may be concluded. */
        public Path newClip() {
            return StoryClips.film(scratch(), nextSeed());
        }

        /** The clips of a whole story, none of which the suite has seen. */
        public StoryClips newClips() {
            return StoryClips.synthetic(scratch(), nextSeed());
        }

        public Path newLongClip() {
            return StoryClips.longFilm(scratch(), nextSeed());
        }

        private int nextSeed() {
            return clips.addAndGet(10);
        }

        @Override
        public void close() throws IOException {
            // Ending in good order would write the start-up caches, for a minute or two; nobody needs them here.
            suite.partNames().stream().filter(part -> !part.equals("postgres")).forEach(suite::kill);
            suite.down(PROGRESS);
            FileTrees.delete(data);
        }

        private static ApplicationFlavour flavour() {
            return ApplicationFlavour.valueOf(System.getProperty(FLAVOUR, "jvm").toUpperCase(Locale.ROOT));
        }

        private static Path newDataDirectory() {
            try {
                return Files.createTempDirectory("balagh-system-tests");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
