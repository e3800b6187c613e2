package ma.balagh.intake.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.balagh.http.Caller;
import ma.balagh.http.Roles;
import ma.balagh.intake.IntakeProblem;

/**
 * How often one account may read evidence, and cause entries of custody: a token bucket for each, in this replica's memory.
 * The laboratory, which examines all that comes in, is not limited.
 */
@ApplicationScoped
public class AccessLimiter {

    /** Of more accounts, those that were away longest begin anew. */
    private static final int ACCOUNTS = 10_000;

    private final Buckets reads;
    private final Buckets entries;

    AccessLimiter(CustodyConfig config, Clock clock) {
        reads = new Buckets(config.readsPerMinute(), clock);
        entries = new Buckets(config.entriesPerMinute(), clock);
    }

    /** @throws ma.balagh.http.ProblemException 429 when the account has read too often */
    public void requireRead(Caller caller) {
        require(reads, caller, "%d readings of evidence a minute are allowed to one account");
    }

    /** @throws ma.balagh.http.ProblemException 429 when the account has caused too many entries */
    public void requireEntry(Caller caller) {
        require(entries, caller, "%d entries of custody a minute are allowed to one account");
    }

    private static void require(Buckets buckets, Caller caller, String rule) {
        if (caller.has(Roles.LABORATORY)) {
            return;
        }
        Duration wait = buckets.take(caller.id());
        if (!wait.isZero()) {
            throw IntakeProblem.TOO_MANY_READINGS
                    .because(rule.formatted(buckets.perMinute))
                    .retryAfter(wait);
        }
    }

    private static final class Buckets {

        private record Bucket(double tokens, Instant at) {}

        private final int perMinute;
        private final Clock clock;
        private final Map<String, Bucket> byAccount = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > ACCOUNTS;
            }
        };

        Buckets(int perMinute, Clock clock) {
            this.perMinute = perMinute;
            this.clock = clock;
        }

        /** @return how long to wait; zero when there was a token left */
        synchronized Duration take(String account) {
            Instant now = clock.instant();
            Bucket before = byAccount.getOrDefault(account, new Bucket(perMinute, now));
            double refilled = Math.max(0, Duration.between(before.at(), now).toMillis()) * perMinute / 60_000.0;
            double tokens = Math.min(perMinute, before.tokens() + refilled);
            boolean isAllowed = tokens >= 1;
            byAccount.put(account, new Bucket(isAllowed ? tokens - 1 : tokens, now));
            return isAllowed ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - tokens) * 60_000 / perMinute));
        }
    }
}
