package ma.balagh.intake.obtain;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** Bounds for tests. */
record Bounds(Duration hostPause) implements ObtainConfig {

    @Override
    public String interval() {
        return "off";
    }

    @Override
    public String countInterval() {
        return "off";
    }

    @Override
    public int perHost() {
        return 2;
    }

    @Override
    public Duration firstPause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration longestPause() {
        return Duration.ofHours(6);
    }

    @Override
    public Duration reuse() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration pageDelay() {
        return Duration.ZERO;
    }

    @Override
    public MemorySize pageSize() {
        return new MemorySize(BigInteger.valueOf(1 << 20));
    }

    @Override
    public int mostPerPage() {
        return 10;
    }
}
