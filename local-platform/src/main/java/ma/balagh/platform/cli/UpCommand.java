package ma.balagh.platform.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import ma.balagh.platform.part.EvidenceStorage;
import ma.balagh.platform.part.MapFile;
import ma.balagh.platform.part.RoadExtractStore;
import ma.balagh.platform.part.SuiteException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description =
                "builds what is stale, starts what does not run, and stays until Ctrl-C or until another terminal says down")
final class UpCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOption which = new SuiteOption();

    @Mixin
    private final FlavourOption flavour = new FlavourOption();

    @Option(names = "--detach", description = "returns as soon as everything is ready")
    private boolean detach;

    @Option(
            names = "--store",
            paramLabel = "file|s3",
            description =
                    "where a new suite keeps its evidence: in a directory, as it does unless told otherwise, or in an"
                            + " object store")
    private @Nullable EvidenceStorage store;

    @Option(
            names = "--roads",
            paramLabel = "FILE.osm.pbf",
            description =
                    "OpenStreetMap extract by which dispatch times units, from now on; none: along the straight line again")
    private @Nullable Path roads;

    @Option(
            names = "--map",
            paramLabel = "FILE.pmtiles",
            description =
                    "map that the dispatcher's desk is drawn on, from now on; none: the coast and the names of cities again")
    private @Nullable Path map;

    @Option(
            names = "--observe",
            description = "has a Prometheus watch the suite, with our alert rules, until it is stopped")
    private boolean observe;

    @Override
    public Integer call() {
        if (store != null) {
            store.choose(which.workplace());
        }
        if (roads != null || map != null) {
            requireNoApplication();
        }
        if (roads != null) {
            RoadExtractStore.choose(which.workplace(), which.callersPath(roads));
        }
        if (map != null) {
            MapFile.choose(which.workplace(), which.callersPath(map));
        }
        var suite = flavour.choose(which.suite());
        var startup = new SuiteStarter(observe ? suite.observed() : suite, System.out);
        startup.run();
        if (detach || startup.wasRunning()) {
            startup.letRun();
            return 0;
        }
        System.out.println("\n  Ctrl-C stops everything.");
        startup.awaitEnd();
        return 0;
    }

    private void requireNoApplication() {
        if (which.suite().isAnyApplicationRunning()) {
            throw new SuiteException("This suite's applications run: ./balagh down%s stops them first."
                    .formatted(which.workplace().ports().option()));
        }
    }
}
