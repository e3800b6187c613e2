package ma.balagh.analysis.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import ma.balagh.analysis.dossier.DossierState;
import ma.balagh.analysis.examination.ExaminationState;
import ma.balagh.analysis.examination.KnownMedia;
import ma.balagh.analysis.finding.FindingGroup;
import ma.balagh.analysis.finding.FindingTexts.Language;
import ma.balagh.analysis.fingerprint.Transformation;
import ma.balagh.analysis.footage.AlterationKind;
import ma.balagh.analysis.footage.FootageMatch;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.intake.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTextsTest {

    private static final Map<String, Enum<?>[]> NAMED = Map.of(
            "state", DossierState.values(),
            "verdict", Verdict.values(),
            "channel", Channel.values(),
            "group", FindingGroup.values(),
            "examination.state", ExaminationState.values(),
            "match", FootageMatch.Kind.values(),
            "known", KnownMedia.Kind.values(),
            "transformation", Transformation.values(),
            "alteration", AlterationKind.values());

    @ParameterizedTest
    @EnumSource
    void saysTheSameInEveryLanguage(Language language) {
        assertThat(ReportTexts.in(language).all().stringPropertyNames())
                .isEqualTo(ReportTexts.in(Language.EN).all().stringPropertyNames());
        assertThat(ReportTexts.in(language).all().values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank().doesNotContain("'"));
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForWhateverHasAName(Language language) {
        NAMED.forEach((group, names) -> assertThat(
                        ReportTexts.in(language).all().stringPropertyNames())
                .containsAll(
                        Stream.of(names).map(name -> group + "." + name.name()).toList()));
    }

    @Test
    void putsValuesIntoItsSentences() {
        assertThat(ReportTexts.in(Language.EN).of("page", 2, 1234)).startsWith("Page 2 of");
        ReportTexts english = ReportTexts.in(Language.EN);
        assertThat(Arrays.asList(english.position(64.46), english.position(0), ReportTexts.percent(0.934)))
                .containsExactly("1:04.5", "0:00.0", "93 %");
    }

    @Test
    void writesTheDecimalSignOfTheLanguage() {
        assertThat(ReportTexts.in(Language.FR).position(64.46)).isEqualTo("1:04,5");
        assertThat(ReportTexts.in(Language.AR).number(0.98)).isEqualTo("0,98");
        assertThat(ReportTexts.in(Language.EN).number(0.98)).isEqualTo("0.98");
    }
}
