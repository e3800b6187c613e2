package ma.balagh.intake.evidence;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Settings for tests without Quarkus, whose reserve can change. */
public record StoreConfig(Path directory, AtomicLong reserve) implements EvidenceConfig {

    public StoreConfig(Path directory) {
        this(directory, new AtomicLong());
    }

    @Override
    public Store store() {
        return Store.FILE;
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public MemorySize maxSize() {
        return new MemorySize(BigInteger.ONE.shiftLeft(40));
    }

    @Override
    public MemorySize keepFree() {
        return new MemorySize(BigInteger.valueOf(reserve.get()));
    }

    @Override
    public Duration eraseInterval() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Duration refusalPause() {
        return Duration.ofHours(24);
    }

    @Override
    public Duration trust() {
        return Duration.ofHours(24);
    }
}
