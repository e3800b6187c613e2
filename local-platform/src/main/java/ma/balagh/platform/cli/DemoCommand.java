package ma.balagh.platform.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ma.balagh.platform.demo.DemoRunner;
import ma.balagh.platform.demo.StoryClips;
import ma.balagh.platform.demo.SuiteAddresses;
import ma.balagh.platform.network.HttpProbe;
import ma.balagh.platform.part.SuiteException;
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

    @Option(
            names = "--at",
            paramLabel = "URL",
            description = {
                "plays on a suite that runs elsewhere and starts none: the host under which its Ingresses stand,",
                "as in http://balagh.localhost; it has to know the demo's accounts"
            })
    private @Nullable URI root;

    @Override
    public Integer call() throws IOException {
        if (root != null) {
            if (flavour.isNative()) {
                throw new SuiteException("--at plays on a suite that runs already: leave --native out.");
            }
            play(elsewhere(root));
            return 0;
        }
        var startup = new SuiteStarter(flavour.choose(which.suite()), System.out);
        startup.run();
        startup.letRun();
        play(SuiteAddresses.onThisMachine(which.portOffset()));
        System.out.println("\n  The suite runs on; ./balagh down"
                + which.workplace().ports().option() + " stops it.");
        return 0;
    }

    private static SuiteAddresses elsewhere(URI root) {
        try {
            var addresses = SuiteAddresses.under(root);
            expectRealm(addresses.keycloak().resolve("/realms/balagh"));
            return addresses;
        } catch (IllegalArgumentException e) {
            throw new SuiteException("--at: " + e.getMessage(), e);
        }
    }

    private static void expectRealm(URI realm) {
        int status = HttpProbe.status(realm.toString());
        if (status != 200) {
            throw new SuiteException("--at: %s %s. Does that suite run, and does its Ingress lead there?"
                    .formatted(realm, status == 0 ? "does not answer" : "answers with status " + status));
        }
    }

    private void play(SuiteAddresses addresses) throws IOException {
        var directory = Files.createDirectories(which.workplace().data().resolve("demo"));
        try {
            var clips = media == null
                    ? StoryClips.synthetic(directory, System.currentTimeMillis())
                    : StoryClips.from(media.toAbsolutePath(), directory);
            new DemoRunner(addresses, System.out).play(clips);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new SuiteException("The story stopped: " + e.getMessage(), e);
        }
    }
}
