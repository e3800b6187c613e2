package ma.balagh.persistence;

import java.util.List;
import ma.balagh.http.Caller;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Which rows exist for whoever the present work is done for. PostgreSQL compares it with each row, by the policies of
 * row-level security, so that queries have no condition about it.
 *
 * @param jurisdictions of which staff see the rows; none for a partner, whose territory says where its reports belong
 * @param common whether dossiers outside the compartment exist for them
 * @param offences whether at least those exist that stand concluded as presumed offences: who sends units hands the
 *     prosecutor what stands in them
 * @param misconduct whether the compartment exists for them
 * @param fieldUnit whether it is the crew of a unit, for whom the incidents of other jurisdictions exist that the unit was
 *     lent to; for everybody else the units do that are lent to theirs
 * @param filedBy the partner that sees what it filed, and nothing else
 */
public record Visibility(
        Actor actor,
        Jurisdictions jurisdictions,
        boolean common,
        boolean offences,
        boolean misconduct,
        boolean fieldUnit,
        @Nullable String filedBy) {

    /** Who does the work. */
    public enum Actor {
        /** Nobody is known, so nothing is seen. */
        NOBODY,
        /** A person or a partner. */
        CALLER,
        /** The service itself, or the laboratory: they see every row. */
        SERVICE
    }

    public static final Visibility NOTHING =
            new Visibility(Actor.NOBODY, Jurisdictions.of(), false, false, false, false, null);

    public static final Visibility EVERYTHING =
            new Visibility(Actor.SERVICE, Jurisdictions.of(), false, false, false, false, null);

    /** @throws ma.balagh.http.ProblemException when the token has a malformed jurisdiction */
    public static Visibility of(Caller caller) {
        if (caller.has(Roles.LABORATORY)) {
            return EVERYTHING;
        }
        if (caller.has(Roles.PARTNER)) {
            return new Visibility(Actor.CALLER, Jurisdictions.of(), false, false, false, false, caller.id());
        }
        return new Visibility(
                Actor.CALLER,
                caller.jurisdictions(),
                caller.hasAny(
                        Roles.ANALYST,
                        Roles.JUDICIAL_OFFICER,
                        Roles.COMMANDER,
                        Roles.AUDITOR,
                        Roles.DATA_PROTECTION_OFFICER),
                caller.has(Roles.DISPATCHER),
                caller.has(Roles.INTERNAL_AFFAIRS),
                caller.has(Roles.FIELD_UNIT)
                        && !caller.hasAny(Roles.DISPATCHER, Roles.COMMANDER, Roles.JUDICIAL_OFFICER),
                null);
    }

    /** Values of {@code balagh.actor}, {@code jurisdictions}, {@code common}, {@code offences}, {@code misconduct}, {@code field_unit} and {@code filed_by}. */
    List<String> settings() {
        return List.of(
                switch (actor) {
                    case NOBODY -> "";
                    case CALLER -> "caller";
                    case SERVICE -> "service";
                },
                String.join(",", jurisdictions.patterns()),
                Boolean.toString(common),
                Boolean.toString(offences),
                Boolean.toString(misconduct),
                Boolean.toString(fieldUnit),
                filedBy == null ? "" : filedBy);
    }
}
