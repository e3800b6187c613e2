package ma.balagh.platform.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import ma.balagh.platform.network.PortProbe;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.part.SuitePart;

/** Looks, before anything starts, whether this machine can carry the suite. */
final class MachineCheck {

    private static final long MEGABYTE = 1024 * 1024;
    /** Programs, caches and the empty databases of a first start. */
    private static final long FIRST_START = 2500 * MEGABYTE;
    /** Below this PostgreSQL and Kafka begin to fail in ways that are hard to read. */
    private static final long ANY_START = 500 * MEGABYTE;

    private MachineCheck() {}

    /** @throws SuiteException that says which port or which disk and what to do */
    static void check(SuiteDirectories workplace, List<SuitePart> missing) throws IOException {
        Files.createDirectories(workplace.data());
        checkDisk(workplace);
        for (var part : missing) {
            for (var port : part.ports()) {
                if (PortProbe.isTaken(port)) {
                    throw new SuiteException(
                            "Port %d, which %s needs, is taken by another program: stop that one or take"
                                            .formatted(port, part.name())
                                    + " other ports with --port-offset 1000.");
                }
            }
        }
    }

    private static void checkDisk(SuiteDirectories workplace) throws IOException {
        var isFirst = !Files.exists(workplace.shared().resolve("programs"));
        var needed = isFirst ? FIRST_START : ANY_START;
        var free = Files.getFileStore(workplace.data()).getUsableSpace();
        if (free < needed) {
            throw new SuiteException(
                    "Only %d MB are free on the disk of %s and Balagh needs %d MB: make room and try again."
                            .formatted(free / MEGABYTE, workplace.data(), needed / MEGABYTE));
        }
    }
}
