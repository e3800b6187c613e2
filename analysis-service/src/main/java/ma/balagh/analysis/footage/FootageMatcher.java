package ma.balagh.analysis.footage;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.motion.Thumbnails;

/**
 * Compares a medium with known footage in all stages: as it is, and where that finds no seconds in common, as a negative
 * and backwards. Of each match the motion has to agree, too.
 */
final class FootageMatcher {

    /** Media whose thumbnails are held at a time. */
    private static final int FILMS = 16;

    private final FootageConfig config;
    private final Function<Collection<UUID>, Map<UUID, Thumbnails>> films;

    /** @param films reads the thumbnails of some media; those of which none are kept are missing */
    FootageMatcher(FootageConfig config, Function<Collection<UUID>, Map<UUID, Thumbnails>> films) {
        this.config = config;
        this.films = films;
    }

    /**
     * What the medium has in common with the others of the index.
     *
     * @param firstEntry of those that are compared
     */
    List<FootageMatch> matches(FootageQuery query, FootageSnapshot known, int firstEntry, Predicate<UUID> isSought) {
        var moments = new MotionClassifier(query.thumbnails());
        List<FootageMatch> straight = compared(moments, known.search(query, firstEntry, config, isSought));
        List<FootageMatch> matches = new ArrayList<>(common(straight));
        matches.addAll(common(compared(
                moments,
                known.search(query.negative(), firstEntry, config, isSought.and(without(matches))).stream()
                        .map(FootageMatch::ofNegative)
                        .toList())));
        matches.addAll(common(compared(
                moments,
                known.search(query.reversed(), firstEntry, config, isSought.and(without(matches))).stream()
                        .map(match -> match.ofReversed(query.seconds()))
                        .toList())));
        straight.stream()
                .filter(match -> match.kind() == Kind.SAME_SCENE)
                .filter(match -> without(matches).test(match.evidenceId()))
                .toList()
                .forEach(matches::add);
        return matches;
    }

    private static List<FootageMatch> common(List<FootageMatch> matches) {
        return matches.stream().filter(match -> match.kind() != Kind.SAME_SCENE).toList();
    }

    private static Predicate<UUID> without(List<FootageMatch> matches) {
        Set<UUID> found = matches.stream().map(FootageMatch::evidenceId).collect(toSet());
        return id -> !found.contains(id);
    }

    private List<FootageMatch> compared(MotionClassifier moments, List<FootageMatch> matches) {
        Map<UUID, List<FootageMatch>> byMedium =
                matches.stream().collect(groupingBy(FootageMatch::evidenceId, LinkedHashMap::new, toList()));
        List<UUID> media = List.copyOf(byMedium.keySet());
        List<FootageMatch> left = new ArrayList<>();
        for (int k = 0; k < media.size(); k += FILMS) {
            List<UUID> some = media.subList(k, Math.min(k + FILMS, media.size()));
            Map<UUID, Thumbnails> read = films.apply(some);
            some.forEach(id -> left.addAll(moments.of(requireNonNull(byMedium.get(id)), read.get(id))));
        }
        return left;
    }
}
