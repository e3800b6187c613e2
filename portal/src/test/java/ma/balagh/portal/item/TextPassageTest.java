package ma.balagh.portal.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextPassageTest {

    @Test
    void marksWholeWordsOnlyAndTheLongestOfThem() {
        assertThat(marked("vol, envol, vol à l'arraché", "vol", "vol à l'arraché"))
                .isEqualTo("[vol], envol, [vol à l'arraché]");
        assertThat(marked("سرقة وسرقة", "سرقة")).isEqualTo("[سرقة] وسرقة");
    }

    @Test
    void losesNothingOfTheText() {
        assertThat(marked("a.b (c) [d]", ".", "(c)", "")).isEqualTo("a.b [(c)] [d]");
        assertThat(marked("nothing here", "absent")).isEqualTo("nothing here");
        assertThat(TextPassage.of("", List.of("x"))).isEmpty();
    }

    private static String marked(String text, String... words) {
        return TextPassage.of(text, List.of(words)).stream()
                .map(passage -> passage.marked() ? "[" + passage.text() + "]" : passage.text())
                .collect(Collectors.joining());
    }
}
