package ma.balagh.platform.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.balagh.platform.build.Freshness;
import ma.balagh.platform.build.Maven;
import ma.balagh.platform.part.Progress;
import ma.balagh.platform.part.Workplace;

/** Builds the applications whose sources are newer than what was last packaged. */
public final class ApplicationBuild {

    private final Workplace workplace;

    public ApplicationBuild(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Builds what is stale among the parts of those names; other names are passed over. */
    public void run(List<String> parts, Progress progress) throws IOException, InterruptedException {
        var stale = new ArrayList<Application>();
        for (var application : Application.values()) {
            if (parts.contains(application.partName())
                    && Freshness.isStale(application.archive(workplace), application.sources(workplace))) {
                stale.add(application);
            }
        }
        if (stale.isEmpty()) {
            return;
        }
        var modules = stale.stream().map(Application::module).collect(Collectors.joining(","));
        progress.say("building " + modules.replace(",", ", "));
        new Maven(workplace)
                .run(
                        "building " + modules,
                        module -> progress.advance("building " + module),
                        List.of(
                                "-pl",
                                modules,
                                "-am",
                                "package",
                                "-Dmaven.test.skip=true",
                                "-Dspotless.check.skip=true",
                                "-Djacoco.skip=true"));
    }
}
