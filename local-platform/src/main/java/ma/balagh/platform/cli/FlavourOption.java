package ma.balagh.platform.cli;

import ma.balagh.platform.part.ApplicationFlavour;
import ma.balagh.platform.suite.Suite;
import picocli.CommandLine.Option;

/** What the applications of a suite are started as. */
final class FlavourOption {

    @Option(
            names = "--native",
            description =
                    "starts the applications as native executables, which GraalVM builds first where they are stale")
    private boolean natively;

    boolean isNative() {
        return natively;
    }

    /** Whoever adds what is missing to applications that run, without a word on this, adds what they are. */
    Suite choose(Suite suite) {
        if (natively) {
            return suite.startingAs(ApplicationFlavour.NATIVE);
        }
        return suite.isAnyApplicationRunning() ? suite : suite.startingAs(ApplicationFlavour.JVM);
    }
}
