package ma.balagh.intake.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RelevanceServiceTest {

    private static final TermMatcher DELIVERED = TermMatcher.of(1, BuiltInTermsReader.read());

    private static final TermMatcher SMALL = TermMatcher.of(
            7,
            new TermList(
                    30,
                    List.of(
                            new Term("كريساج", TermMeaning.CAMPAIGN, 60, null),
                            new Term("سرقة بالخطف", TermMeaning.ROBBERY, 50, null),
                            new Term("سرقة", TermMeaning.ROBBERY, 20, null),
                            new Term("vol à l'arraché", TermMeaning.ROBBERY, 50, null),
                            new Term("vol", TermMeaning.ROBBERY, 20, "fr"),
                            new Term("agression", TermMeaning.VIOLENCE, 40, null),
                            new Term("arme à double tranchant", TermMeaning.IDIOM, 1, null),
                            new Term("arme", TermMeaning.WEAPON, 20, null),
                            new Term("pas", TermMeaning.NEGATION, 1, null),
                            new Term("match", TermMeaning.SPORT, 50, null),
                            new Term("arbitre", TermMeaning.SPORT, 40, null),
                            new Term("ligue", TermMeaning.SPORT, 30, null))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "كريساج",
                "الكريساج",
                "لكريساج",
                "بالكريساج",
                "والكريساج",
                "گريساج",
                "ڭريساج",
                "كـريـسـاج",
                "كريساااج",
                "كَرِيساج",
                "#زيرو_كريساج",
                "#كريساج",
                "ﻛﺮﻳﺴﺎﺝ",
                "grissage",
                "Crissage",
                "KRISSAGE",
                "krissaaaage",
                "#zero_grissage",
                "#ZeroGrissage",
                "#zerogrissage",
                "kri9aj"
            })
    void knowsTheCampaignInItsSpellings(String spelling) {
        assertThat(RelevanceService.assess(DELIVERED, null, "x " + spelling + " x", null, List.of()))
                .satisfies(assessment -> {
                    assertThat(assessment.relevant()).isTrue();
                    assertThat(assessment.reasons().getFirst().meaning()).isEqualTo(TermMeaning.CAMPAIGN);
                });
    }

    @Test
    void addsUpIndependentHints() {
        // When
        RelevanceAssessment assessment =
                RelevanceService.assess(SMALL, "كريساج", "agression avec une arme", null, List.of("كريساج"));
        // Then
        assertThat(assessment.score()).isEqualTo(81); // 1 − 0.4 · 0.6 · 0.8
        assertThat(assessment.relevant()).isTrue();
        assertThat(assessment.termsVersion()).isEqualTo(7);
        assertThat(assessment.reasons())
                .containsExactly(
                        new RelevanceReason("كريساج", TermMeaning.CAMPAIGN, ItemPart.TITLE, "كريساج", 60, false),
                        new RelevanceReason("agression", TermMeaning.VIOLENCE, ItemPart.TEXT, "agression", 40, false),
                        new RelevanceReason("arme", TermMeaning.WEAPON, ItemPart.TEXT, "arme", 20, false));
    }

    @Test
    void findsPhrasesWithALittleBetweenTheirWords() {
        assertThat(scoreOf("السرقة بالخطف")).isEqualTo(50);
        assertThat(scoreOf("سرقة الهواتف بالخطف")).isEqualTo(50);
        assertThat(scoreOf("vol d'un sac à l'arraché")).isEqualTo(50);
        assertThat(scoreOf("سرقة. ثم بالخطف")).isEqualTo(20);
        assertThat(scoreOf("un vol de trois sacs bien trop lourds à l'arraché")).isEqualTo(20);
    }

    @Test
    void lowersTheScoreInOtherContexts() {
        assertThat(scoreOf("agression pendant le match")).isEqualTo(20);
        // Of one meaning the two heaviest count.
        assertThat(scoreOf("agression de l'arbitre, match, ligue")).isEqualTo(12);
        assertThat(assess("agression de l'arbitre, match, ligue").reasons())
                .extracting(RelevanceReason::weight)
                .containsExactly(-50, 40, -40, 0);
    }

    @Test
    void countsNothingThatIsDenied() {
        // When
        RelevanceAssessment denied = assess("il n'y a pas eu d'agression");
        // Then
        assertThat(denied.score()).isZero();
        assertThat(denied.reasons())
                .containsExactly(
                        new RelevanceReason("agression", TermMeaning.VIOLENCE, ItemPart.TEXT, "agression", 0, true));
        assertThat(scoreOf("pas de témoins. une agression")).isEqualTo(40);
        assertThat(scoreOf("pas d'arme, mais une agression")).isEqualTo(40);
        assertThat(scoreOf("makaynch arme walakin agression")).isEqualTo(40);
        assertThat(scoreOf("pas d'agression hier, une agression aujourd'hui")).isEqualTo(40);
    }

    @Test
    void takesATurnOfPhraseForWhatItMeans() {
        assertThat(assess("une arme à double tranchant")).satisfies(assessment -> {
            assertThat(assessment.score()).isZero();
            assertThat(assessment.reasons()).isEmpty();
        });
    }

    @Test
    void countsATermOfOneLanguageOnlyThere() {
        assertThat(RelevanceService.assess(SMALL, null, "vol. 3", "en", List.of())
                        .score())
                .isZero();
        assertThat(RelevanceService.assess(SMALL, null, "un vol", "fr-MA", List.of())
                        .score())
                .isEqualTo(20);
        assertThat(RelevanceService.assess(SMALL, null, "un vol", null, List.of())
                        .score())
                .isEqualTo(20);
        assertThat(RelevanceService.assess(SMALL, null, "un vol", "xx", List.of())
                        .score())
                .isEqualTo(20);
    }

    @Test
    void tellsItsReasonsInThreeLanguages() {
        // When
        ReasonTexts.ReasonText text =
                ReasonTexts.of(assess("une agression").reasons().getFirst());
        // Then
        assertThat(text.ar()).isEqualTo("«agression» في النص: عنف ضد أشخاص (+40)");
        assertThat(text.fr()).isEqualTo("« agression » dans le texte : violence contre des personnes (+40)");
        assertThat(text.en()).isEqualTo("“agression” in the text: violence against people (+40)");
        for (TermMeaning classifier : TermMeaning.values()) {
            for (ItemPart where : ItemPart.values()) {
                assertThat(ReasonTexts.of(new RelevanceReason("x", classifier, where, "{meaning}", 0, true))
                                .ar())
                        .contains("{meaning}");
            }
        }
    }

    @Test
    void looksAtSoMuchAndNoMore() {
        assertThat(scoreOf("x ".repeat(10_000) + "agression")).isZero();
        assertThat(RelevanceService.assess(SMALL, "x ".repeat(250) + "agression", null, null, List.of())
                        .score())
                .isZero();
        assertThat(assess("agression arme vol ".repeat(1_000)).reasons()).hasSize(3);
    }

    @Property(tries = 200)
    void failsForNoText(@ForAll String title, @ForAll String text) {
        assertThat(RelevanceService.assess(DELIVERED, title, text, text, List.of(title))
                        .score())
                .isBetween(0, 100);
    }

    private static int scoreOf(String text) {
        return assess(text).score();
    }

    private static RelevanceAssessment assess(String text) {
        return RelevanceService.assess(SMALL, null, text, null, List.of());
    }
}
