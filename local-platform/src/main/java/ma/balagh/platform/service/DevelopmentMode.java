package ma.balagh.platform.service;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import ma.balagh.platform.build.Maven;
import ma.balagh.platform.part.SuiteFailure;
import ma.balagh.platform.part.Workplace;

/**
 * One of our applications in Quarkus's development mode, in the place of the packaged one: the same port, database, topics
 * and realm, but compiled anew when a source has changed.
 */
public final class DevelopmentMode {

    private final Workplace workplace;
    private final Application application;

    /** @throws SuiteFailure when no application of that name is there */
    public DevelopmentMode(Workplace workplace, String name) {
        this.workplace = workplace;
        this.application = Stream.of(Application.values())
                .filter(candidate -> candidate.partName().equals(name))
                .findFirst()
                .orElseThrow(() -> new SuiteFailure("There is no application " + name + "; there are "
                        + String.join(
                                ", ",
                                Stream.of(Application.values())
                                        .map(Application::partName)
                                        .toList())
                        + "."));
    }

    /** Runs in the terminal of whoever started the launcher, until it is ended there; returns Maven's exit status. */
    public int run() throws IOException, InterruptedException {
        return new Maven(workplace)
                .runInTerminal(
                        ApplicationPart.of(workplace, application).environment(),
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
}
