package ma.balagh.analysis.footage;

import java.util.Map;
import java.util.Set;
import ma.balagh.analysis.fingerprint.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which media a table named last: a medium has the same features when it is played backwards. Not thread-
 * safe.
 */
final class NamedMediaCache {

    private record Answer(FeatureTable table, int firstEntry, Map<Integer, Set<Transformation>> media) {}

    private @Nullable Answer last;

    Map<Integer, Set<Transformation>> of(FootageQuery query, FeatureTable table, int firstEntry) {
        Answer answer = last;
        if (answer == null || answer.table() != table || answer.firstEntry() != firstEntry) {
            answer = new Answer(table, firstEntry, table.named(query, firstEntry));
            last = answer;
        }
        return answer.media();
    }
}
