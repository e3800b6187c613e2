package ma.balagh.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import ma.balagh.dispatch.TerritoryNameReader;
import ma.balagh.dispatch.Timestamps;
import org.jboss.logging.Logger;

/** Publishes each month once, some days after its end. What comes later changes it no more. */
@ApplicationScoped
class CampaignService {

    private static final Logger LOG = Logger.getLogger(CampaignService.class);
    private static final int KEY_BYTES = 32;

    private final CampaignSourceRepository source;
    private final CampaignRepository repository;
    private final CampaignQueue queue;
    private final CampaignConfig config;
    private final Timestamps moments;
    private final TerritoryNameReader territories = TerritoryNameReader.load();

    CampaignService(
            CampaignSourceRepository source,
            CampaignRepository repository,
            CampaignQueue queue,
            CampaignConfig config,
            Timestamps moments) {
        this.source = source;
        this.repository = repository;
        this.queue = queue;
        this.config = config;
        this.moments = moments;
    }

    @Transactional
    void publishDue(CampaignTask task) {
        // First of all: from here on no other replica can publish them.
        queue.done(task, moments.now().plus(config.interval()));
        publishDue();
    }

    /** Leaves it for the next time. */
    @Transactional
    void postpone(CampaignTask task) {
        queue.done(task, moments.now().plus(config.interval()));
    }

    /** When the first month that the public is not shown is due, or was; nothing before the first report. */
    @Transactional
    Optional<Instant> nextDue() {
        return next().map(this::dueAt);
    }

    private void publishDue() {
        var next = next();
        if (next.isEmpty()) {
            return;
        }
        var month = next.get();
        var now = moments.now();
        var redactor = redactor();
        while (!dueAt(month).isAfter(now)) {
            publish(month, redactor);
            month = month.plusMonths(1);
        }
    }

    private Optional<YearMonth> next() {
        var first = source.first();
        return first == null
                ? Optional.empty()
                : Optional.of(repository
                        .last()
                        .map(last -> last.plusMonths(1))
                        .orElseGet(() -> YearMonth.from(first.atZone(config.timeZone()))));
    }

    private Instant dueAt(YearMonth month) {
        return month.plusMonths(1)
                .atDay(1)
                .plus(config.delay())
                .atStartOfDay(config.timeZone())
                .toInstant();
    }

    private void publish(YearMonth month, MonthRedactor redactor) {
        var zone = config.timeZone();
        repository.add(
                month,
                zone,
                moments.now(),
                redactor.counts(month, source.counts(month, zone)),
                redactor.paces(month, source.paces(month, zone)));
        LOG.infof("figures are published, month=%s", month);
    }

    private MonthRedactor redactor() {
        var fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        return new MonthRedactor(
                new NoiseGenerator(repository.key(fresh), config.epsilon()),
                territories.cities(),
                config.smallestMedian(),
                config.smallestTail());
    }
}
