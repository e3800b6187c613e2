package ma.balagh.dispatch.rights;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ma.balagh.dispatch.incident.ArrestDuty;

/**
 * What is known of the rights of one arrested person.
 *
 * @param person the person's number in the incident, from 1; nobody's name
 * @param duties what was done, by the order of the law
 * @param missing what was not done, or not told
 */
public record ArrestedPerson(int person, boolean minor, List<DutyDone> duties, List<ArrestDuty> missing) {

    public ArrestedPerson {
        duties = List.copyOf(duties);
        missing = List.copyOf(missing);
    }

    /**
     * A duty that was done.
     *
     * @param by user name of who told it
     */
    public record DutyDone(ArrestDuty duty, Instant at, String by) {}

    /** @param entries about that person, in the order in which they were told */
    static ArrestedPerson of(int person, List<RightsEntry> entries) {
        boolean minor = entries.stream()
                .filter(RightsEntry::isAboutPerson)
                .reduce((earlier, later) -> later)
                .map(entry -> Boolean.TRUE.equals(entry.minor()))
                .orElse(false);
        var done = Arrays.stream(ArrestDuty.values())
                .flatMap(duty -> done(duty, entries).stream())
                .toList();
        var missing = Arrays.stream(ArrestDuty.values())
                .filter(duty -> duty.isFor(minor))
                .filter(duty -> done.stream().noneMatch(each -> each.duty() == duty))
                .toList();
        return new ArrestedPerson(person, minor, done, missing);
    }

    Optional<DutyDone> done(ArrestDuty duty) {
        return duties.stream().filter(each -> each.duty() == duty).findFirst();
    }

    private static Optional<DutyDone> done(ArrestDuty duty, List<RightsEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.duty() == duty)
                .reduce((earlier, later) -> later)
                .filter(RightsEntry::isDone)
                .map(entry -> new DutyDone(duty, entry.at(), entry.by()));
    }
}
