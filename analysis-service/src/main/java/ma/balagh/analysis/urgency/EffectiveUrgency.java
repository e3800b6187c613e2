package ma.balagh.analysis.urgency;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ma.balagh.analysis.finding.FindingTexts;
import org.jspecify.annotations.Nullable;

/**
 * The urgency that counts: the computed one, or what a person said.
 *
 * @param lookBy a person who lowers it gives it time from then on; anything else counts from the first report
 */
record EffectiveUrgency(
        UrgencyLevel level,
        Instant lookBy,
        UrgencyLevel reckoned,
        Map<UrgencyReason, Map<String, String>> reasons,
        List<UrgencyView.ChangeView> changes) {

    static EffectiveUrgency of(
            UrgencyRepository.Kept kept, List<UrgencyView.ChangeView> changes, UrgencyConfig config) {
        @Nullable
        UrgencyLevel said = changes.isEmpty() ? null : changes.getLast().level();
        UrgencyLevel level = said == null ? kept.level() : said;
        Instant from = level.compareTo(kept.level()) > 0 ? changes.getLast().at() : kept.since();
        return new EffectiveUrgency(level, from.plus(config.patience(level)), kept.level(), kept.reasons(), changes);
    }

    UrgencyView told(FindingTexts words) {
        var inOrder = new EnumMap<UrgencyReason, Map<String, String>>(UrgencyReason.class);
        inOrder.putAll(reasons);
        List<UrgencyView.ReasonView> told = inOrder.entrySet().stream()
                .map(reason -> new UrgencyView.ReasonView(
                        reason.getKey().code(), words.sentence(reason.getKey().code(), reason.getValue())))
                .toList();
        return new UrgencyView(level, lookBy, reckoned, told, changes);
    }
}
