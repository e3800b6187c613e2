package ma.balagh.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param person the lasting id of an account, or its name
 * @param purpose what stands anywhere in the purpose, in capital or small letters
 * @param from when it was done, at the earliest
 * @param to before when it was
 */
record AuditFilter(
        @Nullable String person,
        @Nullable UUID record,
        @Nullable AuditKind kind,
        @Nullable String purpose,
        @Nullable Instant from,
        @Nullable Instant to) {

    AuditFilter since(Instant earliest) {
        return new AuditFilter(person, record, kind, purpose, earliest, to);
    }
}
