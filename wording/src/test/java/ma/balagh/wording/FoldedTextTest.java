package ma.balagh.wording;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            كـــريـســـاج          | كريساج
            كَرِيسَاج               | كريساج
            كريساااااج             | كريساج
            گريساج                 | كريساج
            ڭريساج                 | كريساج
            ﻛﺮﻳﺴﺎﺝ                 | كريساج
            أإآٱا                  | ا
            المدرسة                | المدرسه
            على                    | علي
            البيضاء                | البيضا
            ٢٢:٣٠                  | 22 30
            ۱۲                     | 12
            Agression              | agression
            AGRESSIOOOON           | agression
            agressé à l'arraché    | agresse a arrache
            d’œuvre                | oeuvre
            ｆｕｌｌ                | full
            sr9ouni                | srqouni
            7ramia                 | hramia
            3la                    | ala
            22h30                  | 22h30
            #زيرو_كريساج           | زيرو كريساج
            #ZeroGrissage          | zero grissage
            #zero_grissage         | zero grissage
            iPhone YouTube         | iphone youtube
            غشت2026                | غشت 2026
            """)
    void makesSpellingsOfOneWordEqual(String text, String words) {
        assertThat(FoldedText.of(text).words().stream().map(TextWord::form).reduce((a, b) -> a + " " + b))
                .contains(words);
    }

    @Test
    void tellsWhatWasWritten() {
        // Given
        FoldedText folded = FoldedText.of("يوم الثُّلَاثَاءِ، كريساااج");
        // When
        TextWord word = folded.words().get(1);
        TextWord drawn = folded.words().get(2);
        // Then
        assertThat(folded.written(word.from(), word.to())).isEqualTo("الثُّلَاثَاءِ");
        assertThat(folded.written(drawn.from(), drawn.to())).isEqualTo("كريساااج");
        assertThat(drawn.clause()).isNotEqualTo(word.clause());
    }

    @Property(tries = 300)
    void findsEachWordInWhateverText(@ForAll String text) {
        FoldedText folded = FoldedText.of(text);
        for (TextWord word : folded.words()) {
            String written = folded.written(word.from(), word.to());
            assertThat(written).isNotEmpty();
            assertThat(text.substring(folded.origin(word.from()))).startsWith(written);
            assertThat(word.form()).isNotEmpty();
        }
    }
}
