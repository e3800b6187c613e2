package ma.balagh.dispatch.rights;

import java.time.Instant;
import ma.balagh.dispatch.incident.ArrestDuty;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was told of an arrested person.
 *
 * @param person the person's number in the incident, from 1
 * @param minor whether the person is a minor; only where the entry is about that
 * @param duty the duty that the entry is about
 * @param done whether that was done
 * @param at when it was done
 * @param reason why the entry before was wrong
 * @param by user name of who told it
 */
public record RightsEntry(
        int person,
        @Nullable Boolean minor,
        @Nullable ArrestDuty duty,
        @Nullable Boolean done,
        Instant at,
        @Nullable String reason,
        Instant recordedAt,
        String by) {

    boolean isAboutPerson() {
        return minor != null;
    }

    boolean isDone() {
        return Boolean.TRUE.equals(done);
    }
}
