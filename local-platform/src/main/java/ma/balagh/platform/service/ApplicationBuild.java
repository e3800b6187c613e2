package ma.balagh.platform.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.balagh.platform.build.Maven;
import ma.balagh.platform.build.NativeBuilder;
import ma.balagh.platform.part.Flavour;
import ma.balagh.platform.part.Progress;
import ma.balagh.platform.part.Workplace;

/** Builds the applications whose sources are newer than what was last packaged. */
public final class ApplicationBuild {

    private static final List<String> WITHOUT_TESTS = List.of("-Dmaven.test.skip=true", "-Dspotless.check.skip=true");

    private final Workplace workplace;

    public ApplicationBuild(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Builds what is stale among the parts of those names for that flavour; other names are passed over. */
    public void run(List<String> parts, Flavour flavour, Progress progress) throws IOException, InterruptedException {
        var stale = new ArrayList<Application>();
        for (var application : Application.values()) {
            if (parts.contains(application.partName()) && application.isStale(workplace, flavour)) {
                stale.add(application);
            }
        }
        if (stale.isEmpty()) {
            return;
        }
        var modules = stale.stream().map(Application::module).collect(Collectors.joining(","));
        var arguments = new ArrayList<>(List.of("-pl", modules, "-am", "package"));
        arguments.addAll(WITHOUT_TESTS);
        if (flavour == Flavour.NATIVE) {
            arguments.addAll(NativeBuilder.options(System.getenv()));
        }
        progress.say("building " + modules.replace(",", ", ")
                + (flavour == Flavour.NATIVE ? " natively, which takes minutes for each" : ""));
        new Maven(workplace).run("building " + modules, module -> progress.advance("building " + module), arguments);
    }
}
