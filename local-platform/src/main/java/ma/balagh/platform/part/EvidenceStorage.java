package ma.balagh.platform.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a suite keeps its evidence: decided at the first start, and stored with its data. */
public enum EvidenceStorage {
    /** In a directory. */
    FILE,
    /** In an object store, which is one more part of the suite. */
    S3;

    /** What that suite was started with; a directory unless somebody said otherwise. */
    public static EvidenceStorage of(SuiteDirectories workplace) {
        try {
            return Files.exists(memory(workplace))
                    ? valueOf(Files.readString(memory(workplace)).strip().toUpperCase(Locale.ROOT))
                    : FILE;
        } catch (IOException | IllegalArgumentException e) {
            throw new SuiteException("Cannot read where the evidence is kept: " + memory(workplace), e);
        }
    }

    /** Evidence is not carried over: a suite that has taken any in stays with where it is. */
    public void choose(SuiteDirectories workplace) {
        var current = of(workplace);
        if (current == this) {
            return;
        }
        if (Files.exists(workplace.data().resolve("intake"))) {
            throw new SuiteException(
                    "This suite keeps its evidence in the store \"%s\": ./balagh reset%s deletes it, and then it can be started with another."
                            .formatted(current, workplace.ports().option()));
        }
        try {
            Files.createDirectories(workplace.data());
            Files.writeString(memory(workplace), toString());
        } catch (IOException e) {
            throw new SuiteException("Cannot write where the evidence is kept: " + memory(workplace), e);
        }
    }

    /** As it is written in a command. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Path memory(SuiteDirectories workplace) {
        return workplace.data().resolve("evidence-store");
    }
}
