package ma.balagh.dispatch.unit;

import java.time.Instant;
import ma.balagh.contracts.IdGenerator;
import org.jspecify.annotations.Nullable;

/** Units as the database could have them. */
public final class SampleUnits {

    private static final Instant ENLISTED = Instant.parse("2026-11-25T08:00:00Z");

    private SampleUnits() {}

    public static Unit named(String callSign) {
        return unit(callSign, "CAR", 2, "MA-CAS", UnitStatus.AVAILABLE, null);
    }

    public static Unit unit(
            String callSign,
            String kind,
            int crew,
            String jurisdiction,
            UnitStatus status,
            @Nullable Position position) {
        var unit = Unit.enlist(
                IdGenerator.next(),
                new UnitDescription(callSign, kind, crew, jurisdiction, null, null, null),
                ENLISTED);
        if (position != null) {
            unit.moveTo(position, ENLISTED);
        }
        unit.follow(status, ENLISTED);
        return unit;
    }
}
