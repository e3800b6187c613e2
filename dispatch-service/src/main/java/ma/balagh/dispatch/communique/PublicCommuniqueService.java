package ma.balagh.dispatch.communique;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import ma.balagh.dispatch.Timestamps;
import ma.balagh.http.CommonProblem;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import ma.balagh.http.TimePosition;
import org.jspecify.annotations.Nullable;

/** What the public reads. PostgreSQL shows an unknown caller published communiqués, and nothing else. */
@ApplicationScoped
class PublicCommuniqueService {

    private static final int ENTRIES_OF_THE_FEED = 50;

    private final CommuniqueRepository repository;
    private final CommuniqueTemplateRenderer templates;
    private final CommuniqueFeedWriter feed;
    private final CapAlertWriter alerts;
    private final Timestamps moments;

    PublicCommuniqueService(
            CommuniqueRepository repository,
            CommuniqueTemplateRenderer templates,
            CommuniqueFeedWriter feed,
            CapAlertWriter alerts,
            Timestamps moments) {
        this.repository = repository;
        this.templates = templates;
        this.feed = feed;
        this.alerts = alerts;
        this.moments = moments;
    }

    @Transactional
    Page<PublicCommuniqueView> list(PageRequest page) {
        var now = moments.now();
        var after = page.after(TimePosition::parse).orElse(null);
        return Page.of(repository.published(now, after, page.fetch()), page, PublicCommuniqueService::position)
                .map(communique -> PublicCommuniqueView.of(communique, territory(communique), now));
    }

    private static TimePosition position(Communique communique) {
        return new TimePosition(requireNonNull(communique.publishedAt()), communique.id());
    }

    @Transactional
    PublicCommuniqueView find(UUID id) {
        var communique = require(id);
        return PublicCommuniqueView.of(communique, territory(communique), moments.now());
    }

    @Transactional
    String feed(Locale language) {
        var now = moments.now();
        return feed.write(repository.published(now, null, ENTRIES_OF_THE_FEED), language, now);
    }

    /** Only an alert has one. */
    @Transactional
    String alert(UUID id) {
        var communique = require(id);
        var details = communique.alert();
        if (details == null) {
            throw CommonProblem.notFound("the alert");
        }
        var now = moments.now();
        return alerts.write(communique, details, correctedAlert(communique, now), territory(communique), now);
    }

    /** What the communiqué corrects, where that had been sent as an alert. */
    private @Nullable Communique correctedAlert(Communique communique, Instant now) {
        return communique
                .corrects()
                .flatMap(id -> repository.published(id, now))
                .filter(corrected -> corrected.alert() != null)
                .orElse(null);
    }

    private Communique require(UUID id) {
        return repository.published(id, moments.now()).orElseThrow(() -> CommonProblem.notFound("the communiqué"));
    }

    private CommuniqueHeadlines territory(Communique communique) {
        String code = communique.jurisdiction();
        return new CommuniqueHeadlines(
                templates.territory(code, "ar"), templates.territory(code, "fr"), templates.territory(code, "en"));
    }
}
