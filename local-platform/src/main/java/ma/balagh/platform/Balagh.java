package ma.balagh.platform;

import java.util.logging.Level;
import java.util.logging.Logger;
import ma.balagh.platform.cli.CommandLineRunner;

/** What {@code ./balagh} runs. */
public final class Balagh {

    private Balagh() {}

    public static void main(String[] arguments) {
        // Clients of Kafka and PostgreSQL report to whoever debugs them, not to whoever starts a suite.
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(CommandLineRunner.run(arguments));
    }
}
