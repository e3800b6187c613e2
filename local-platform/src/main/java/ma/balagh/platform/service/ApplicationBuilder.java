package ma.balagh.platform.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.balagh.platform.build.MavenRunner;
import ma.balagh.platform.build.NativeBuilder;
import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;

/** Builds the applications whose sources are newer than what was last packaged. */
public final class ApplicationBuilder {

    private static final List<String> WITHOUT_TESTS = List.of("-Dmaven.test.skip=true", "-Dspotless.check.skip=true");

    private final SuiteDirectories workplace;

    public ApplicationBuilder(SuiteDirectories workplace) {
        this.workplace = workplace;
    }

    /** Builds what is stale among the parts of those names for that flavour; other names are passed over. */
    public void run(List<String> parts, ApplicationFlavour flavour, ProgressListener progress)
            throws IOException, InterruptedException {
        var stale = new ArrayList<SuiteApplication>();
        for (var application : SuiteApplication.values()) {
            if (parts.contains(application.partName()) && application.isStale(workplace, flavour)) {
                stale.add(application);
            }
        }
        if (stale.isEmpty()) {
            return;
        }
        var modules = stale.stream().map(SuiteApplication::module).collect(Collectors.joining(","));
        var arguments = new ArrayList<>(List.of("-pl", modules, "-am", "package"));
        arguments.addAll(WITHOUT_TESTS);
        if (flavour == ApplicationFlavour.NATIVE) {
            arguments.addAll(NativeBuilder.options(System.getenv()));
        }
        progress.say("building " + modules.replace(",", ", ")
                + (flavour == ApplicationFlavour.NATIVE ? " natively, which takes minutes for each" : ""));
        new MavenRunner(workplace)
                .run("building " + modules, module -> progress.advance("building " + module), arguments);
    }
}
