package ma.balagh.contracts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Ids of aggregates and events: UUIDv7 (RFC 9562), made by the application, in the order of their time. */
public final class IdGenerator {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private IdGenerator() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
