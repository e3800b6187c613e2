package ma.balagh.platform.service;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.postgres.DatabaseProvisioner;

/**
 * Starts intake's program once more to prove the custody of all evidence (docs/adr/034-custody-is-proved-by-a-process-
 * that-reads-it-anew.md).
 */
public final class CustodyProofLauncher {

    /** What those lines of its output begin with that are for people. */
    private static final String FOR_PEOPLE = "proof | ";

    private static final String READER = DatabaseProvisioner.reader("intake");

    private final SuiteDirectories workplace;

    public CustodyProofLauncher(SuiteDirectories workplace) {
        this.workplace = workplace;
    }

    /**
     * Proves the custody of that suite, whose PostgreSQL runs.
     *
     * @param line is given what people are told: counts, faults and the finding
     * @return whether everything holds
     */
    public boolean run(Consumer<String> line) throws IOException, InterruptedException {
        var intake = ApplicationPart.of(workplace, SuiteApplication.INTAKE).errand();
        var builder = new ProcessBuilder(intake.command())
                .directory(intake.directory().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(intake.environment());
        builder.environment().put("BALAGH_CUSTODY_PROVE", "true");
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", READER);
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", DatabaseProvisioner.password(READER));
        var process = builder.start();
        try (var output = process.inputReader();
                var log = Files.newBufferedWriter(workplace.log("proof"))) {
            for (var next = output.readLine(); next != null; next = output.readLine()) {
                log.write(next);
                log.newLine();
                if (next.startsWith(FOR_PEOPLE)) {
                    line.accept(next.substring(FOR_PEOPLE.length()));
                }
            }
        }
        return process.waitFor() == 0;
    }
}
