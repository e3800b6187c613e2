package ma.balagh.dispatch.incident;

import org.jspecify.annotations.Nullable;

/**
 * What an entry of the timeline says of an arrested person.
 *
 * @param person the person's number in the incident, from 1
 * @param minor whether the person is a minor; absent where the entry is about a duty
 * @param duty absent where the entry is about the person
 * @param done whether the duty was done; absent where the entry is about the person
 */
public record RightsDetail(
        int person,
        @Nullable Boolean minor,
        @Nullable ArrestDuty duty,
        @Nullable Boolean done) {}
