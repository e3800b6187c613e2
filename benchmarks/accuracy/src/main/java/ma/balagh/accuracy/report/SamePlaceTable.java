package ma.balagh.accuracy.report;

import java.util.List;
import java.util.stream.Collectors;
import ma.balagh.accuracy.report.LaboratoryMatch.Kind;
import ma.balagh.accuracy.report.PairOutcomeCounter.Relation;

/** What is said of clips of one place at other times, for each place; the last row is of clips of different places. */
final class SamePlaceTable {

    private final List<String> clips;
    private final List<LaboratoryMatch> matches;

    SamePlaceTable(List<String> clips, List<LaboratoryMatch> matches) {
        this.clips = clips;
        this.matches = matches;
    }

    @Override
    public String toString() {
        var table = new MarkdownTable("place", "pairs", "COPY", "SHARED_SPAN", "SAME_SCENE", "none");
        PairOutcomeCounter.byPlace(clips, matches)
                .forEach((place, outcomes) -> row(table, place, outcomes, Relation.SAME_PLACE));
        var all = new PairOutcomeCounter();
        all.addPlaces(clips, matches);
        row(table, "all", all, Relation.SAME_PLACE);
        row(table, "of different places", all, Relation.UNRELATED);
        return table + "\n" + all.table()
                + all.falseMatches().stream().map(line -> "\n- " + line).collect(Collectors.joining())
                + "\n";
    }

    private static void row(MarkdownTable table, String name, PairOutcomeCounter outcomes, Relation relation) {
        long copies = outcomes.count(relation, Kind.COPY);
        long shared = outcomes.count(relation, Kind.SHARED_SPAN);
        long scenes = outcomes.count(relation, Kind.SAME_SCENE);
        long pairs = outcomes.pairs(relation);
        table.row(name, pairs, copies, shared, scenes, pairs - copies - shared - scenes);
    }
}
