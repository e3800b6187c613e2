package ma.balagh.intake.anchor;

import java.nio.file.Path;
import java.time.Duration;

/** Settings for tests without Quarkus. */
record Settings(Path directory, String signingKey, String tsa) implements AnchorConfig {

    static final Duration PATIENCE = Duration.ofMillis(800);

    @Override
    public boolean prove() {
        return false;
    }

    @Override
    public Duration anchorInterval() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration anchorAtLeast() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration watchInterval() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Path anchorDirectory() {
        return directory.resolve("anchors");
    }

    @Override
    public Duration tsaTimeout() {
        return PATIENCE;
    }

    @Override
    public Path tsaDirectory() {
        return directory.resolve("authority");
    }
}
