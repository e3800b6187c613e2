package ma.balagh.analysis.examination;

import java.util.Map;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingGroup;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingTexts;

/**
 * One result of the examination, told in the reader's language.
 *
 * @param method stable id such as {@code media.container}
 * @param name what the method is called
 * @param version of the method
 * @param summary one plain sentence
 * @param group where it stands before somebody who reads the examination
 * @param detail the figures behind it; may be empty
 * @param traces what was seen, in the words of files and programs, for specialists; may be empty
 * @param meaning why it matters
 * @param weakness when this method is known to be wrong
 * @param code stable id of the sentence, such as {@code media.container.readable}
 * @param facts what the sentence was made from, in no language
 */
public record FindingView(
        String method,
        String name,
        String version,
        FindingResult result,
        FindingGroup group,
        String summary,
        String detail,
        String traces,
        String meaning,
        String weakness,
        String code,
        Map<String, String> facts) {

    public static FindingView of(Finding finding, FindingTexts words) {
        return new FindingView(
                finding.method(),
                words.name(finding),
                finding.version(),
                finding.result(),
                FindingGroup.of(finding),
                words.summary(finding),
                words.detail(finding),
                words.traces(finding),
                words.meaning(finding),
                words.weakness(finding),
                finding.code(),
                finding.facts());
    }

    /** What it was told from. */
    Finding finding() {
        return new Finding(method, version, result, code, facts);
    }
}
