package ma.balagh.intake.source.poll;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import ma.balagh.intake.fetch.FetchRequest.Validators;
import ma.balagh.intake.source.Source;
import ma.balagh.intake.source.SourceService;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * Which source is polled next, and by which replica: a lease in its row, which the replica renews while it is at it. One
 * that dies loses it.
 */
@ApplicationScoped
class PollQueue {

    private final Jdbi jdbi;
    private final SourceService sources;
    private final PollConfig config;
    private final Timing timing;
    private final Clock clock;

    PollQueue(Jdbi jdbi, SourceService sources, PollConfig config, Timing timing, Clock clock) {
        this.jdbi = jdbi;
        this.sources = sources;
        this.config = config;
        this.timing = timing;
        this.clock = clock;
    }

    /**
     * Takes the source that has been due for longest. Claims come one after the other, over all replicas, so that two
     * never turn to one host at once.
     */
    @Transactional
    Optional<PollClaim> claim(UUID owner) {
        return jdbi.withHandle(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtext('balagh.source.poll'))");
            return handle.createQuery("""
                            update source set
                                lease_owner = :owner, lease_until = now() + :lease * interval '1 millisecond',
                                last_attempt_at = :now
                            where id = (
                                select due.id from source due
                                where due.enabled and due.removed_at is null and due.next_attempt_at <= :now
                                  and (due.lease_until is null or due.lease_until < now())
                                  and not exists (
                                      select from source other
                                      where other.host = due.host and other.id <> due.id
                                        and (other.lease_until > now()
                                             or other.last_attempt_at
                                                > cast(:now as timestamptz) - :pause * interval '1 millisecond'))
                                order by due.next_attempt_at limit 1)
                            returning id
                            """)
                    .bind("owner", owner)
                    .bind("lease", config.lease().toMillis())
                    .bind("pause", config.hostPause().toMillis())
                    .bind("now", now())
                    .mapTo(UUID.class)
                    .findOne()
                    .flatMap(sources::find)
                    .map(PollQueue::claim);
        });
    }

    /** Goes on holding what that replica holds. */
    @Transactional
    void renew(UUID owner) {
        jdbi.useHandle(handle -> handle.execute(
                "update source set lease_until = now() + ? * interval '1 millisecond' where lease_owner = ?",
                config.lease().toMillis(),
                owner));
    }

    /** Lets go of everything, so that the others need not wait. */
    @Transactional
    void release(UUID owner) {
        jdbi.useHandle(handle -> handle.execute(
                "update source set lease_owner = null, lease_until = null where lease_owner = ?", owner));
    }

    /** Keeps what the poll came to, unless the source was described anew meanwhile, or another replica has it. */
    @Transactional
    void end(UUID owner, PollClaim claim, PollOutcome outcome) {
        switch (outcome) {
            case PollOutcome.Told told -> told(owner, claim, told);
            case PollOutcome.Failed failed -> failed(owner, claim, failed);
        }
        jdbi.useHandle(handle -> handle.execute(
                "update source set lease_owner = null, lease_until = null where id = ? and lease_owner = ?",
                claim.source().id(),
                owner));
    }

    private void told(UUID owner, PollClaim claim, PollOutcome.Told told) {
        Instant now = now();
        Duration pause = timing.pause(claim.polling(), told.fresh() > 0);
        Validators validators = told.validators();
        boolean kept = change(
                owner,
                claim,
                """
                        entity_tag = :entityTag, last_modified = :lastModified, resume_url = :resumeUrl,
                        pause_ms = :pause, next_attempt_at = :next, last_success_at = :now,
                        last_new_at = case when :news then cast(:now as timestamptz) else last_new_at end,
                        failing_since = null, failures = 0
                        """,
                update -> update.bind("entityTag", validators == null ? null : validators.entityTag())
                        .bind("lastModified", validators == null ? null : validators.lastModified())
                        .bind("resumeUrl", told.resumeUrl())
                        .bind("pause", pause.toMillis())
                        .bind(
                                "next",
                                now.plus(
                                        told.resumeUrl() == null
                                                ? timing.afterSuccess(pause, told.freshFor())
                                                : config.hostPause()))
                        .bind("now", now)
                        .bind("news", told.fresh() > 0));
        PollOutcome.Move move = told.move();
        if (kept && move != null) {
            moved(claim, move, now);
        }
    }

    private void moved(PollClaim claim, PollOutcome.Move move, Instant now) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into source_move (source_id, at, from_url, to_url, status) values (?, ?, ?, ?, ?)",
                    claim.source().id(),
                    now,
                    claim.polling().currentUrl(),
                    move.url(),
                    move.status());
            handle.execute(
                    "update source set current_url = ?, host = ? where id = ?",
                    move.url(),
                    move.host(),
                    claim.source().id());
        });
    }

    private void failed(UUID owner, PollClaim claim, PollOutcome.Failed failed) {
        Instant now = now();
        int failures = claim.source().health().failures() + 1;
        change(
                owner,
                claim,
                """
                        failed_at = :now, failure_reason = :reason, failure_detail = :detail, resume_url = :resumeUrl,
                        failing_since = coalesce(failing_since, :now), failures = failures + 1,
                        next_attempt_at = :next,
                        last_new_at = case when :news then cast(:now as timestamptz) else last_new_at end
                        """,
                update -> update.bind("now", now)
                        .bind("reason", failed.reason())
                        .bind("detail", failed.detail())
                        .bind("resumeUrl", failed.resumeUrl())
                        .bind("next", now.plus(timing.afterFailure(failures, failed.stayAway())))
                        .bind("news", failed.fresh() > 0));
    }

    private boolean change(UUID owner, PollClaim claim, String set, UnaryOperator<Update> binding) {
        return jdbi.withHandle(handle -> binding.apply(handle.createUpdate("update source set " + set
                                + " where id = :id and lease_owner = :owner and version = :version"))
                        .bind("id", claim.source().id())
                        .bind("owner", owner)
                        .bind("version", claim.source().version())
                        .execute())
                == 1;
    }

    private static PollClaim claim(Source source) {
        return new PollClaim(source, requireNonNull(source.polling()), source.validators(), source.resumeUrl());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
