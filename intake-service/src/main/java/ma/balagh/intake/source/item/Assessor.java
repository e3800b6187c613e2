package ma.balagh.intake.source.item;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import ma.balagh.intake.source.Source;
import ma.balagh.intake.source.feed.FeedItem;

/** Says what an item seems to be about. */
@ApplicationScoped
class Assessor {

    Judgement assess(Source source, FeedItem item) {
        return new Judgement(100, true);
    }

    boolean isDrawn(UUID id) {
        return false;
    }
}
