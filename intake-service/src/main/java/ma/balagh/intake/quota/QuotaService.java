package ma.balagh.intake.quota;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.persistence.ServiceWorkRunner;

/**
 * Takes announcements of media as far as their account may bring them and the disk can hold them with all others that are
 * announced. Announcements are decided on one after the other, whichever replica they come to.
 */
@ApplicationScoped
public class QuotaService {

    static final Duration DAY = Duration.ofDays(1);

    /** How old the sum may be that a small medium is held against. */
    private static final Duration RECENT = Duration.ofSeconds(5);

    private static final Duration LATER = Duration.ofMinutes(15);

    private record Sum(long bytes, Instant readAt) {}

    private final QuotaRepository repository;
    private final QuotaConfig config;
    private final QuotaMetrics metrics;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;
    private final ConcurrentMap<String, Sum> stored = new ConcurrentHashMap<>();

    QuotaService(
            QuotaRepository repository,
            QuotaConfig config,
            QuotaMetrics metrics,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.repository = repository;
        this.config = config;
        this.metrics = metrics;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /**
     * Admits that many bytes, in the caller's transaction, which writes down that they are announced.
     *
     * @param room refuses what the disk cannot hold
     * @throws ProblemException 413 when the account may never bring so many, 429 when it has brought or announced too
     *     many, and what {@code room} throws
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void admit(QuotaAccount account, long bytes, LongConsumer room) {
        // The disk has to hold what everybody announces.
        serviceWork.run(() -> admitLocked(account, bytes, room));
    }

    private void admitLocked(QuotaAccount account, long bytes, LongConsumer room) {
        repository.lock();
        Instant now = clock.instant();
        long announced = repository.announced(account.id(), now);
        require(
                account,
                announced,
                bytes,
                limit(account, QuotaConfig.Account::announced, config.announced()),
                "announced");
        requireDay(account, repository.stored(account.id(), now.minus(DAY)) + announced, bytes);
        try {
            room.accept(repository.outstanding(now) + bytes);
        } catch (ProblemException full) {
            metrics.refused("room");
            throw full;
        }
    }

    /**
     * Announces a medium that comes in this request.
     *
     * @param length what the sender says; -1 where it does not say anything
     */
    public AnnouncedMedium announce(QuotaAccount account, long length, LongConsumer room) {
        var announcement = new AnnouncedMedium(this, account, room);
        if (length < 0) {
            return announcement;
        }
        if (length > config.small().asLongValue()) {
            announcement.cover(length);
        } else {
            requireDay(account, recentlyStored(account), length);
            announcement.pass(length);
        }
        return announcement;
    }

    /** Counts bytes that have become evidence, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void stored(String account, long bytes) {
        serviceWork.run(() -> repository.store(IdGenerator.next(), account, bytes, clock.instant()));
    }

    void more(UUID id, QuotaAccount account, long bytes, LongConsumer room) {
        QuarkusTransaction.requiringNew().run(() -> {
            admit(account, bytes, room);
            serviceWork.run(() ->
                    repository.announce(id, account.id(), bytes, clock.instant().plus(config.patience())));
        });
    }

    void withdraw(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> serviceWork.run(() -> repository.withdraw(id)));
    }

    private long recentlyStored(QuotaAccount account) {
        Instant now = clock.instant();
        return stored.compute(
                        account.id(),
                        (id, known) ->
                                known != null && known.readAt().plus(RECENT).isAfter(now)
                                        ? known
                                        : new Sum(serviceWork.call(() -> repository.stored(id, now.minus(DAY))), now))
                .bytes();
    }

    private void requireDay(QuotaAccount account, long used, long bytes) {
        require(
                account,
                used,
                bytes,
                limit(account, QuotaConfig.Account::storedPerDay, config.storedPerDay()),
                "a day");
    }

    private void require(QuotaAccount account, long used, long bytes, long limit, String of) {
        if (bytes > limit) {
            metrics.refused("account");
            throw IntakeProblem.MEDIUM_TOO_LARGE.because(
                    "%,d bytes were said to come, your account may have %,d (%s)".formatted(bytes, limit, of));
        }
        if (used + bytes > limit) {
            metrics.refused("account");
            throw IntakeProblem.QUOTA_EXCEEDED
                    .because("your account may have %,d bytes (%s), %,d are used and %,d were said to come"
                            .formatted(limit, of, used, bytes))
                    .retryAfter(LATER);
        }
    }

    private long limit(
            QuotaAccount account, Function<QuotaConfig.Account, Optional<MemorySize>> own, MemorySize everybody) {
        return Optional.ofNullable(config.account().get(account.name()))
                .flatMap(own)
                .orElse(everybody)
                .asLongValue();
    }
}
