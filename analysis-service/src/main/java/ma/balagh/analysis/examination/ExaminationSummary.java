package ma.balagh.analysis.examination;

import java.util.List;
import ma.balagh.analysis.examination.ExaminationView.MatchView;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingTexts;
import ma.balagh.analysis.finding.FindingTexts.Language;

/**
 * What an examination found, in a few plain sentences: what the medium is, what contradicts it, what it matches, what
 * could not be known. No verdict. Made from findings and matches each time it is read, and stored nowhere.
 */
public record ExaminationSummary(String ar, String fr, String en) {

    /** @param matches those that the reader may see */
    public static ExaminationSummary of(ExaminationState state, List<Finding> findings, List<MatchView> matches) {
        return new ExaminationSummary(
                in(Language.AR, state, findings, matches),
                in(Language.FR, state, findings, matches),
                in(Language.EN, state, findings, matches));
    }

    static ExaminationSummary ofViews(ExaminationState state, List<FindingView> findings, List<MatchView> matches) {
        return of(state, findings.stream().map(FindingView::finding).toList(), matches);
    }

    private static String in(
            Language language, ExaminationState state, List<Finding> findings, List<MatchView> matches) {
        return new SummaryWriter(FindingTexts.in(language), findings, matches).text(state);
    }

    public String in(Language language) {
        return switch (language) {
            case AR -> ar;
            case FR -> fr;
            case EN -> en;
        };
    }
}
