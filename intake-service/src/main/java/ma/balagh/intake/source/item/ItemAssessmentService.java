package ma.balagh.intake.source.item;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import ma.balagh.intake.claimtime.ClaimedTimeParser;
import ma.balagh.intake.place.Gazetteer;
import ma.balagh.intake.relevance.RelevanceAssessment;
import ma.balagh.intake.relevance.RelevanceService;
import ma.balagh.intake.source.Source;
import ma.balagh.intake.source.feed.FeedItem;
import ma.balagh.wording.FoldedText;

/** Assesses what an item seems to be about. */
@ApplicationScoped
class ItemAssessmentService {

    /** More candidates than these help nobody who reads them. */
    private static final int SHOWN = 5;

    private final RelevanceService relevance;
    private final Gazetteer gazetteer;
    private final ClaimedTimeParser times;
    private final ItemConfig config;
    private final Clock clock;

    ItemAssessmentService(
            RelevanceService relevance, Gazetteer gazetteer, ClaimedTimeParser times, ItemConfig config, Clock clock) {
        this.relevance = relevance;
        this.gazetteer = gazetteer;
        this.times = times;
        this.config = config;
        this.clock = clock;
    }

    Judgement assess(Source source, FeedItem item) {
        String words = item.title() + "\n" + item.text();
        RelevanceAssessment assessment = relevance.assess(item.title(), item.text(), item.language(), List.of());
        String folded = FoldedText.of(words).text();
        String keyword = source.keywords().stream()
                .filter(each -> folded.contains(FoldedText.of(each).text()))
                .findFirst()
                .orElse(null);
        return new Judgement(
                assessment.score(),
                assessment.relevant() || keyword != null,
                assessment.termsVersion(),
                assessment.reasons(),
                keyword,
                gazetteer.find(words).stream().limit(SHOWN).toList(),
                times
                        .read(words, Objects.requireNonNullElse(item.publishedAt(), clock.instant()), config.zone())
                        .stream()
                        .limit(SHOWN)
                        .toList());
    }

    /** Whether an item that is set aside is one of those that officers look at. */
    boolean isDrawn() {
        return ThreadLocalRandom.current().nextDouble() < config.sampled();
    }
}
