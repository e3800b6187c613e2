package ma.balagh.persistence;

import java.util.List;
import ma.balagh.http.Caller;
import ma.balagh.http.Jurisdictions;
import ma.balagh.http.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Whom the present work is done for, and which rows exist for them. PostgreSQL compares it with each row, by the policies of
 * row-level security, so that queries have no condition about it.
 *
 * @param person whose account it is; none where the service works by itself
 * @param jurisdictions of which staff see the rows; none for a partner, whose territory says where its reports belong
 * @param common whether dossiers outside the compartment exist for them
 * @param offences whether at least those exist that stand concluded as presumed offences: who sends units hands the
 *     prosecutor what stands in them
 * @param misconduct whether the compartment exists for them
 * @param fieldUnit whether it is the crew of a unit, for whom the incidents of other jurisdictions exist that the unit was
 *     lent to; for everybody else the units do that are lent to theirs
 * @param partner whether it is a partner, which sees what it filed, and nothing else
 */
public record Visibility(
        Actor actor,
        @Nullable Person person,
        Jurisdictions jurisdictions,
        boolean common,
        boolean offences,
        boolean misconduct,
        boolean fieldUnit,
        boolean partner) {

    /** Who does the work. */
    public enum Actor {
        /** Nobody is known, so nothing is seen. */
        NOBODY,
        /** A person or a partner. */
        CALLER,
        /** The service itself, or the laboratory: they see every row. */
        SERVICE
    }

    /** @param id the account's lasting one */
    public record Person(String id, String name) {}

    public static final Visibility NOTHING =
            new Visibility(Actor.NOBODY, null, Jurisdictions.of(), false, false, false, false, false);

    public static final Visibility EVERYTHING =
            new Visibility(Actor.SERVICE, null, Jurisdictions.of(), false, false, false, false, false);

    /** @throws ma.balagh.http.ProblemException when the token has a malformed jurisdiction */
    public static Visibility of(Caller caller) {
        if (caller.has(Roles.LABORATORY)) {
            return EVERYTHING;
        }
        var person = new Person(caller.id(), caller.name());
        if (caller.has(Roles.PARTNER)) {
            return new Visibility(Actor.CALLER, person, Jurisdictions.of(), false, false, false, false, true);
        }
        return new Visibility(
                Actor.CALLER,
                person,
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
                false);
    }

    /**
     * Values of {@code balagh.actor}, {@code person}, {@code person_name}, {@code jurisdictions}, {@code common},
     * {@code offences}, {@code misconduct}, {@code field_unit} and {@code filed_by}.
     */
    List<String> settings() {
        String id = person == null ? "" : person.id();
        return List.of(
                switch (actor) {
                    case NOBODY -> "";
                    case CALLER -> "caller";
                    case SERVICE -> "service";
                },
                id,
                person == null ? "" : person.name(),
                String.join(",", jurisdictions.patterns()),
                Boolean.toString(common),
                Boolean.toString(offences),
                Boolean.toString(misconduct),
                Boolean.toString(fieldUnit),
                partner ? id : "");
    }
}
