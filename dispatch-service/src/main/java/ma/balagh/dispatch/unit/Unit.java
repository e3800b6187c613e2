package ma.balagh.dispatch.unit;

import java.time.Instant;
import java.util.UUID;
import ma.balagh.dispatch.DispatchProblem;
import org.jspecify.annotations.Nullable;

/**
 * A patrol that can be sent. While it has an assignment its status follows that assignment's progress, and nobody sets
 * it by hand.
 *
 * @param callSign its name on the radio, unique; the token claim {@code unit} of its people
 * @param kind what it moves by, such as {@code CAR}; decides the speed it is reckoned with
 * @param crew number of persons
 * @param jurisdiction its territory
 * @param position where it was last seen; null until it was
 * @param version counts the changes, for {@code ETag}
 */
public record Unit(
        UUID id,
        String callSign,
        String kind,
        int crew,
        String jurisdiction,
        UnitStatus status,
        @Nullable Position position,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static Unit enlist(UUID id, UnitDescription description, Instant at) {
        var status = description.statusOr(UnitStatus.AVAILABLE);
        requireByHand(description.callSign(), UnitStatus.AVAILABLE, status);
        return new Unit(
                id,
                description.callSign(),
                description.kind(),
                description.crew(),
                description.jurisdiction(),
                status,
                null,
                1,
                at,
                at);
    }

    /** Everything that a dispatcher may say of the unit, at once. */
    Unit describe(UnitDescription description, Instant at) {
        var wanted = description.statusOr(status);
        if (wanted != status) {
            requireByHand(callSign, status, wanted);
        }
        return new Unit(
                id,
                description.callSign(),
                description.kind(),
                description.crew(),
                description.jurisdiction(),
                wanted,
                position,
                version + 1,
                createdAt,
                at);
    }

    /** What the unit or its dispatcher says it does; 409 while an assignment decides that. */
    Unit report(UnitStatus wanted, Instant at) {
        if (wanted == status) {
            return this;
        }
        requireByHand(callSign, status, wanted);
        return follow(wanted, at);
    }

    /** A sighting that is not newer than the known one changes nothing: phones resend what a bad network held back. */
    Unit moveTo(Position sighted, Instant at) {
        if (position != null && !sighted.at().isAfter(position.at())) {
            return this;
        }
        return new Unit(id, callSign, kind, crew, jurisdiction, status, sighted, version + 1, createdAt, at);
    }

    /** The status that the assignment's progress gives; {@link UnitStatus#AVAILABLE} frees the unit. */
    Unit follow(UnitStatus progressed, Instant at) {
        return new Unit(id, callSign, kind, crew, jurisdiction, progressed, position, version + 1, createdAt, at);
    }

    private static void requireByHand(String callSign, UnitStatus status, UnitStatus wanted) {
        if (status.isEngaged() || wanted.isEngaged()) {
            throw DispatchProblem.UNIT_ENGAGED.because(
                    "%s is %s: only its assignment makes it %s".formatted(callSign, status, wanted));
        }
    }
}
