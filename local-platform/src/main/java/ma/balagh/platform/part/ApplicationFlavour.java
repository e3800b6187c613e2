package ma.balagh.platform.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How a suite's applications run: stored with its data, so that every launcher knows. */
public enum ApplicationFlavour {
    /** Java archives on a JVM, with a start-up cache. */
    JVM,
    /** Executables that GraalVM or Mandrel has made of them. */
    NATIVE;

    /** What that suite's applications were started as; a JVM's unless somebody said otherwise. */
    public static ApplicationFlavour of(SuiteDirectories workplace) {
        try {
            return Files.exists(memory(workplace))
                    ? valueOf(Files.readString(memory(workplace)).strip().toUpperCase(Locale.ROOT))
                    : JVM;
        } catch (IOException | IllegalArgumentException e) {
            throw new SuiteException("Cannot read what the applications run as: " + memory(workplace), e);
        }
    }

    /** What every application is started as from now on; none may run as something else. */
    public void remember(SuiteDirectories workplace) {
        try {
            Files.createDirectories(workplace.data());
            Files.writeString(memory(workplace), toString());
        } catch (IOException e) {
            throw new SuiteException("Cannot write what the applications run as: " + memory(workplace), e);
        }
    }

    /** As it is written in a command. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Path memory(SuiteDirectories workplace) {
        return workplace.data().resolve("flavour");
    }
}
