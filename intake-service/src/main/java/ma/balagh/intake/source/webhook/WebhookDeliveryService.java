package ma.balagh.intake.source.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import ma.balagh.callback.signature.NewSecret;
import ma.balagh.callback.signature.WebhookSecretService;
import ma.balagh.callback.signature.WebhookSignature;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.ProblemException;
import ma.balagh.http.Violation;
import ma.balagh.intake.source.Source;
import ma.balagh.intake.source.SourceService;
import ma.balagh.intake.source.feed.FeedItem;
import ma.balagh.intake.source.feed.FeedReader;
import ma.balagh.intake.source.feed.UnreadableFeedException;
import ma.balagh.intake.source.item.ItemService;
import ma.balagh.persistence.ServiceWorkRunner;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a webhook's sender delivers, signed as the Standard Webhooks specification has it (1.0.0): a message that
 * is older than five minutes, or that was taken in before under the same id, cannot be played again.
 */
@ApplicationScoped
class WebhookDeliveryService {

    static final int MAX_BYTES = 4 << 20;

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration SECOND_SECRET = Duration.ofDays(1);
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /** To which a document's relative links would be relative: nothing. */
    private static final URI NOWHERE = URI.create("https://delivered.invalid/");

    /** What came in, unread. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Message(
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature,
            @Nullable String contentType,
            byte[] body) {}

    private final SourceService sources;
    private final WebhookDeliveryRepository repository;
    private final WebhookSecretService secrets;
    private final ItemService items;
    private final ServiceWorkRunner serviceWork;
    private final Clock clock;

    WebhookDeliveryService(
            SourceService sources,
            WebhookDeliveryRepository repository,
            WebhookSecretService secrets,
            ItemService items,
            ServiceWorkRunner serviceWork,
            Clock clock) {
        this.sources = sources;
        this.repository = repository;
        this.secrets = secrets;
        this.items = items;
        this.serviceWork = serviceWork;
        this.clock = clock;
    }

    /** @throws ProblemException 404 for a source that is not the officer's to see, 409 for one that is polled */
    @Transactional
    NewSecret changeSecret(UUID sourceId) {
        Source source = sources.lock(sourceId);
        if (source.kind().isPolled()) {
            throw CommonProblem.CONFLICT.because("only the deliveries of a webhook are signed");
        }
        return secrets.change(sourceId, now(), SECOND_SECRET);
    }

    /** @throws ProblemException 404 for a source that is not the officer's to see, and for one without a secret */
    @Transactional
    NewSecret presentSecret(UUID sourceId) {
        return sources.find(sourceId)
                .flatMap(source -> secrets.present(source.id()))
                .orElseThrow(() -> CommonProblem.notFound("the source"));
    }

    /**
     * @throws ProblemException 401 unless a sender who knows the secret has signed it within five minutes; 409 when the
     *     source is switched off; 400 when it holds nothing that can be read; 500 when not all of it can be written. The
     *     same may be delivered again after each of them
     */
    ItemService.Taken accept(UUID sourceId, Message message) {
        // Its sender has a signature, and no token that says what it sees.
        return serviceWork.callLong(() -> takeSigned(sourceId, message));
    }

    private ItemService.Taken takeSigned(UUID sourceId, Message message) {
        Instant now = now();
        String id = requireSigned(sourceId, message, now);
        Source source = sources.find(sourceId).orElseThrow(WebhookDeliveryService::unsigned);
        if (!source.enabled()) {
            throw CommonProblem.CONFLICT.because("the source is switched off");
        }
        if (repository.isKnown(sourceId, id)) {
            return new ItemService.Taken(0, 0, 0);
        }
        List<FeedItem> told = read(sourceId, message, now);
        ItemService.Taken taken = items.takeIn(source, told);
        if (taken.leftOut() > 0) {
            String detail = "so many items cannot be written: " + taken.leftOut();
            QuarkusTransaction.requiringNew().run(() -> repository.failed(sourceId, "UNFORESEEN", detail, now));
            throw CommonProblem.INTERNAL_ERROR.because(detail);
        }
        QuarkusTransaction.requiringNew().run(() -> repository.taken(sourceId, id, taken.fresh() > 0, now));
        return taken;
    }

    private String requireSigned(UUID sourceId, Message message, Instant now) {
        String id = message.id();
        String timestamp = message.timestamp();
        String signature = message.signature();
        if (id == null
                || timestamp == null
                || signature == null
                || !ID.matcher(id).matches()) {
            throw unsigned();
        }
        if (!SECONDS.matcher(timestamp).matches()
                || Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(TOLERANCE)
                        > 0) {
            throw unsigned();
        }
        boolean signed = secrets.valid(sourceId, now).stream()
                .anyMatch(secret -> WebhookSignature.isOf(secret, id, timestamp, message.body(), signature));
        if (!signed) {
            throw unsigned();
        }
        return id;
    }

    private List<FeedItem> read(UUID sourceId, Message message, Instant now) {
        try {
            var oldestFirst = new ArrayList<>(FeedReader.read(message.body(), message.contentType(), NOWHERE)
                    .items());
            Collections.reverse(oldestFirst);
            return oldestFirst;
        } catch (UnreadableFeedException unreadable) {
            String reason = "UNREADABLE_" + unreadable.trouble().name();
            String detail = String.valueOf(unreadable.getMessage());
            QuarkusTransaction.requiringNew().run(() -> repository.failed(sourceId, reason, detail, now));
            throw CommonProblem.invalid(
                    Violation.malformed("body", "must be RSS, Atom, JSON Feed or Mastodon statuses: " + detail));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ProblemException unsigned() {
        return CommonProblem.UNAUTHORIZED.because(
                "the headers webhook-id, webhook-timestamp and webhook-signature must sign the body, within five minutes");
    }
}
