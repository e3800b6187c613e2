package ma.balagh.analysis.footage;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ma.balagh.analysis.footage.FootageMatch.Kind;
import ma.balagh.analysis.motion.AffineAlignment;
import ma.balagh.analysis.motion.FilmThumbnails;

/**
 * Compares a medium with known footage in all stages: as it is, and where that explains little, as a negative,
 * backwards, enlarged, and turned. Of each match the motion has to agree, too.
 */
final class FootageMatcher {

    /** Media whose thumbnails are held at a time. */
    private static final int FILMS = 16;

    /** Features bear some ten degrees; quarters are among the transformations. */
    private static final double[] TURNS = {22.5, 45, 67.5};

    /** What is shown small has its details below the finest size at which features are found. */
    private static final double[] ENLARGED = {2, 1.5};

    /** From this share of one medium on, another search would find nothing more. */
    private static final double EXPLAINED = 0.7;
    /** By so much more has another search to explain. */
    private static final double GAIN = 0.2;

    /** Media that show the same place are many where one camera stands: enlarged, only those that are most alike count. */
    private static final int MOST_ALIKE = 4;

    /**
     * Another way of looking at a medium.
     *
     * @param query the medium as it is then seen
     * @param meaning what a match of that is of the medium itself
     * @param places how many of the media that showed the same place, as it is, are looked at once more
     */
    private record Look(Supplier<FootageQuery> query, UnaryOperator<FootageMatch> meaning, int places) {}

    private final FootageConfig config;
    private final Function<Collection<UUID>, Map<UUID, FilmThumbnails>> films;

    /** @param films reads the thumbnails of some media */
    FootageMatcher(FootageConfig config, Function<Collection<UUID>, Map<UUID, FilmThumbnails>> films) {
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
        Map<UUID, List<FootageMatch>> found = new LinkedHashMap<>();
        take(straight, found);
        List<UUID> places = places(straight);
        for (Look look : others(query)) {
            Set<UUID> seen = Set.copyOf(places.subList(Math.min(look.places(), places.size()), places.size()));
            Predicate<UUID> isOpen = isSought.and(unexplained(found)).and(id -> !seen.contains(id));
            List<FootageMatch> matches = known.search(look.query().get(), firstEntry, config, isOpen).stream()
                    .map(look.meaning())
                    .toList();
            take(compared(moments, matches), found);
        }
        List<FootageMatch> matches =
                new ArrayList<>(found.values().stream().flatMap(List::stream).toList());
        straight.stream()
                .filter(match -> match.kind() == Kind.SAME_SCENE && !found.containsKey(match.evidenceId()))
                .forEach(matches::add);
        return matches;
    }

    /** Media of the same place, the most alike first. */
    private static List<UUID> places(List<FootageMatch> matches) {
        return matches.stream()
                .filter(match -> match.kind() == Kind.SAME_SCENE)
                .sorted(Comparator.comparingDouble(FootageMatch::score).reversed())
                .map(FootageMatch::evidenceId)
                .distinct()
                .toList();
    }

    /** In their order: each is only of use where those before explain little. */
    private static List<Look> others(FootageQuery query) {
        List<Look> looks = new ArrayList<>();
        looks.add(new Look(query::negative, FootageMatch::ofNegative, 0));
        looks.add(new Look(query::reversed, match -> match.ofReversed(query.seconds()), Integer.MAX_VALUE));
        for (double factor : ENLARGED) {
            looks.add(new Look(() -> query.enlarged(factor), UnaryOperator.identity(), MOST_ALIKE));
        }
        for (double degrees : TURNS) {
            AffineAlignment turned = query.turn(degrees);
            looks.add(new Look(() -> query.turned(degrees), match -> match.ofTurned(turned), 0));
        }
        return looks;
    }

    /** Of each medium what explains clearly more than what was found before. */
    private static void take(List<FootageMatch> matches, Map<UUID, List<FootageMatch>> found) {
        matches.stream()
                .filter(match -> match.kind() != Kind.SAME_SCENE)
                .collect(groupingBy(FootageMatch::evidenceId, LinkedHashMap::new, toList()))
                .forEach((id, those) ->
                        found.merge(id, those, (before, now) -> reach(now) > reach(before) + GAIN ? now : before));
    }

    private static Predicate<UUID> unexplained(Map<UUID, List<FootageMatch>> found) {
        Set<UUID> explained = found.entrySet().stream()
                .filter(each -> reach(each.getValue()) >= EXPLAINED)
                .map(Map.Entry::getKey)
                .collect(toSet());
        return id -> !explained.contains(id);
    }

    /** How much of the better covered medium the matches explain. */
    private static double reach(List<FootageMatch> matches) {
        return Math.max(
                matches.stream().mapToDouble(FootageMatch::coverage).sum(),
                matches.stream().mapToDouble(FootageMatch::otherCoverage).sum());
    }

    private List<FootageMatch> compared(MotionClassifier moments, List<FootageMatch> matches) {
        Map<UUID, List<FootageMatch>> byMedium =
                matches.stream().collect(groupingBy(FootageMatch::evidenceId, LinkedHashMap::new, toList()));
        List<UUID> media = List.copyOf(byMedium.keySet());
        List<FootageMatch> left = new ArrayList<>();
        for (int k = 0; k < media.size(); k += FILMS) {
            List<UUID> some = media.subList(k, Math.min(k + FILMS, media.size()));
            Map<UUID, FilmThumbnails> read = films.apply(some);
            some.forEach(id -> left.addAll(moments.of(requireNonNull(byMedium.get(id)), requireNonNull(read.get(id)))));
        }
        return left;
    }
}
