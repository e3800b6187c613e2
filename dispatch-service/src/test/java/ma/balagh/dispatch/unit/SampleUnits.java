package ma.balagh.dispatch.unit;

import java.time.Duration;
import java.time.Instant;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.dispatch.Database;
import org.jspecify.annotations.Nullable;

/** Units as the database could have them. */
public final class SampleUnits {

    /** Twelve hours of duty at most, eleven of rest at least. */
    public static final DutyConfig RULES = new DutyConfig() {
        @Override
        public Duration longest() {
            return Duration.ofHours(12);
        }

        @Override
        public Duration leastRest() {
            return Duration.ofHours(11);
        }

        @Override
        public Duration longestShift() {
            return Duration.ofHours(24);
        }
    };

    private static final Instant ENLISTED = Instant.parse("2026-11-25T08:00:00Z");

    private SampleUnits() {}

    /** Writes so many available cars of that territory that were seen at one place some minutes ago. */
    public static void enlist(
            Database database,
            String territory,
            String callSigns,
            int count,
            double latitude,
            double longitude,
            int ago) {
        database.execute("""
                with enlisted as (
                    insert into unit (id, call_sign, kind, crew, jurisdiction, status, version, created_at, updated_at)
                    select uuidv7(), ? || n, 'CAR', 2, ?, 'AVAILABLE', 1, now(), now() from generate_series(1, ?) n
                    returning id, jurisdiction
                )
                insert into unit_position (unit_id, jurisdiction, latitude, longitude, position_at,
                                           tracked_latitude, tracked_longitude, tracked_at)
                select id, jurisdiction, place.latitude, place.longitude, place.at, place.latitude, place.longitude, place.at
                from enlisted, (select cast(? as double precision) as latitude, cast(? as double precision) as longitude,
                                       now() - cast(? as integer) * interval '1 minute' as at) place
                """, callSigns, territory, count, latitude, longitude, ago);
    }

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
            place(unit, position);
        }
        unit.follow(status, ENLISTED);
        return unit;
    }

    /** As the database reads it from another table: no code of the unit's sets it. */
    private static void place(Unit unit, Position position) {
        try {
            var field = Unit.class.getDeclaredField("position");
            field.setAccessible(true);
            field.set(unit, position);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Available, for a shift that begins then. */
    public static Unit planned(String callSign, @Nullable Position position, Instant begins) {
        var unit = unit(callSign, "CAR", 2, "MA-CAS", UnitStatus.AVAILABLE, position);
        unit.plan(new UnitShift(begins, begins.plus(Duration.ofHours(8))), ENLISTED);
        return unit;
    }

    /** Available, and at work since then. */
    public static Unit onDutySince(String callSign, Position position, Instant began) {
        var unit = unit(callSign, "CAR", 2, "MA-CAS", UnitStatus.AVAILABLE, position);
        unit.report(UnitStatus.OFF_DUTY, null, RULES, began.minus(Duration.ofDays(2)));
        unit.report(UnitStatus.AVAILABLE, null, RULES, began);
        return unit;
    }
}
