package ma.balagh.intake.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RelevanceTest {

    private static final Vocabulary DELIVERED = Vocabulary.of(1, FirstTerms.read());

    private static final Vocabulary SMALL = Vocabulary.of(
            7,
            new TermList(
                    30,
                    List.of(
                            new Term("كريساج", Meaning.CAMPAIGN, 60, null),
                            new Term("سرقة بالخطف", Meaning.ROBBERY, 50, null),
                            new Term("سرقة", Meaning.ROBBERY, 20, null),
                            new Term("vol à l'arraché", Meaning.ROBBERY, 50, null),
                            new Term("vol", Meaning.ROBBERY, 20, "fr"),
                            new Term("agression", Meaning.VIOLENCE, 40, null),
                            new Term("arme à double tranchant", Meaning.IDIOM, 1, null),
                            new Term("arme", Meaning.WEAPON, 20, null),
                            new Term("pas", Meaning.NEGATION, 1, null),
                            new Term("match", Meaning.SPORT, 50, null),
                            new Term("arbitre", Meaning.SPORT, 40, null),
                            new Term("ligue", Meaning.SPORT, 30, null))));

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
        assertThat(Relevance.assess(DELIVERED, null, "x " + spelling + " x", null, List.of()))
                .satisfies(assessment -> {
                    assertThat(assessment.relevant()).isTrue();
                    assertThat(assessment.reasons().getFirst().meaning()).isEqualTo(Meaning.CAMPAIGN);
                });
    }

    @Test
    void addsUpIndependentHints() {
        // When
        Assessment assessment = Relevance.assess(SMALL, "كريساج", "agression avec une arme", null, List.of("كريساج"));
        // Then
        assertThat(assessment.score()).isEqualTo(81); // 1 − 0.4 · 0.6 · 0.8
        assertThat(assessment.relevant()).isTrue();
        assertThat(assessment.termsVersion()).isEqualTo(7);
        assertThat(assessment.reasons())
                .containsExactly(
                        new Reason("كريساج", Meaning.CAMPAIGN, Where.TITLE, "كريساج", 60, false),
                        new Reason("agression", Meaning.VIOLENCE, Where.TEXT, "agression", 40, false),
                        new Reason("arme", Meaning.WEAPON, Where.TEXT, "arme", 20, false));
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
                .extracting(Reason::weight)
                .containsExactly(-50, 40, -40, 0);
    }

    @Test
    void countsNothingThatIsDenied() {
        // When
        Assessment denied = assess("il n'y a pas eu d'agression");
        // Then
        assertThat(denied.score()).isZero();
        assertThat(denied.reasons())
                .containsExactly(new Reason("agression", Meaning.VIOLENCE, Where.TEXT, "agression", 0, true));
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
        assertThat(Relevance.assess(SMALL, null, "vol. 3", "en", List.of()).score())
                .isZero();
        assertThat(Relevance.assess(SMALL, null, "un vol", "fr-MA", List.of()).score())
                .isEqualTo(20);
        assertThat(Relevance.assess(SMALL, null, "un vol", null, List.of()).score())
                .isEqualTo(20);
        assertThat(Relevance.assess(SMALL, null, "un vol", "xx", List.of()).score())
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
        for (Meaning meaning : Meaning.values()) {
            for (Where where : Where.values()) {
                assertThat(ReasonTexts.of(new Reason("x", meaning, where, "{meaning}", 0, true))
                                .ar())
                        .contains("{meaning}");
            }
        }
    }

    @Test
    void looksAtSoMuchAndNoMore() {
        assertThat(scoreOf("x ".repeat(10_000) + "agression")).isZero();
        assertThat(Relevance.assess(SMALL, "x ".repeat(250) + "agression", null, null, List.of())
                        .score())
                .isZero();
        assertThat(assess("agression arme vol ".repeat(1_000)).reasons()).hasSize(3);
    }

    @Property(tries = 200)
    void failsForNoText(@ForAll String title, @ForAll String text) {
        assertThat(Relevance.assess(DELIVERED, title, text, text, List.of(title))
                        .score())
                .isBetween(0, 100);
    }

    private static int scoreOf(String text) {
        return assess(text).score();
    }

    private static Assessment assess(String text) {
        return Relevance.assess(SMALL, null, text, null, List.of());
    }
}
