package ma.balagh.dispatch.unit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A unit that can be sent now and was seen lately: no more of it than a comparison of thousands of them needs. */
@RegisterForReflection
public record ReadyUnit(
        UUID id,
        String callSign,
        String kind,
        String jurisdiction,
        List<String> skills,
        double latitude,
        double longitude,
        Instant seenAt) {}
