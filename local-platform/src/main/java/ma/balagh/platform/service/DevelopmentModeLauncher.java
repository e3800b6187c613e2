package ma.balagh.platform.service;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.platform.build.MavenRunner;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;

/**
 * One of our applications in Quarkus's development mode, in the place of the packaged one: the same port, database, topics
 * and realm, but compiled anew when a source has changed.
 */
public final class DevelopmentModeLauncher {

    private final SuiteDirectories workplace;
    private final SuiteApplication application;

    /** @throws SuiteException when no application of that name is there */
    public DevelopmentModeLauncher(SuiteDirectories workplace, String name) {
        this.workplace = workplace;
        this.application = Stream.of(SuiteApplication.values())
                .filter(candidate -> candidate.partName().equals(name))
                .findFirst()
                .orElseThrow(() -> new SuiteException("There is no application " + name + "; there are "
                        + String.join(
                                ", ",
                                Stream.of(SuiteApplication.values())
                                        .map(SuiteApplication::partName)
                                        .toList())
                        + "."));
    }

    /** Runs in the terminal of whoever started the launcher, until it is ended there; returns Maven's exit status. */
    public int run() throws IOException, InterruptedException {
        return new MavenRunner(workplace)
                .runInTerminal(
                        environment(),
                        List.of(
                                "-pl",
                                application.module(),
                                "-am",
                                "compile",
                                "io.quarkus:quarkus-maven-plugin:dev",
                                "-Dmaven.test.skip=true",
                                "-Ddebug=false",
                                "-Dquarkus.analytics.disabled=true",
                                "-Dquarkus.devservices.enabled=false",
                                "-Dquarkus.test.continuous-testing=disabled"));
    }

    /** As the packaged application has it, so that it also applies a migration that is new in the sources. */
    Map<String, String> environment() {
        return ApplicationPart.of(workplace, application).servingEnvironment();
    }
}
