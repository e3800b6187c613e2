package ma.balagh.http;

import static org.assertj.core.api.Assertions.assertThat;

import ma.balagh.http.SearchText.Address;
import ma.balagh.http.SearchText.Identifier;
import ma.balagh.http.SearchText.IdentifierKind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class SearchTextTest {

    @Test
    void keepsWordsQuotesMinusAndOr() {
        assertThat(words("سرقة \"arme blanche\" -moto OR rechwa")).isEqualTo("سرقة \"arme blanche\" -moto or rechwa");
        assertThat(words("-\"arme blanche\" vol")).isEqualTo("-\"arme blanche\" vol");
        assertThat(words("«سلاح أبيض»")).isEqualTo("\"سلاح أبيض\"");
    }

    @Test
    void takesWhatASignJoinsAsAPhrase() {
        assertThat(words("Aït-Melloul #سرقة_بالخطف")).isEqualTo("\"Aït Melloul\" \"سرقة بالخطف\"");
        assertThat(words("-Aït-Melloul")).isEqualTo("-\"Aït Melloul\"");
    }

    @Test
    void passesOverElidedArticles() {
        assertThat(words("vol à l'arraché, d’argent qu'on")).isEqualTo("vol à arraché argent on");
        assertThat(words("l\u02bcarraché")).isEqualTo("arraché");
        assertThat(words("s7ab l'")).isEqualTo("s7ab l");
    }

    @Test
    void leavesNothingOfSigns() {
        for (String signs : new String[] {"%_\\", "\" or - \"", "- - -", "''", "(((|&!:*<->", "😀", "or OR or"}) {
            assertThat(SearchText.of(signs).isEmpty()).as(signs).isTrue();
        }
    }

    @Test
    void knowsPartsOfAddresses() {
        assertThat(SearchText.of("hespress.com/123").addresses())
                .containsExactly(new Address("%hespress.com/123%", "hespress com 123"));
        assertThat(SearchText.of("https://www.Hespress.com/a_b%20c/ vol"))
                .isEqualTo(new SearchText(
                        "vol",
                        "vol",
                        java.util.List.of(new Address("%Hespress.com/a\\_b\\%20c%", "Hespress com a b 20c"))));
        assertThat(SearchText.of("vol. 12.5 fin...").addresses()).isEmpty();
    }

    @Test
    void knowsWhatPagesPrintToNameThings() {
        assertThat(identifiers("blg-7XK2-9QFM-0T3R-VW8D vol"))
                .containsExactly(
                        new Identifier(IdentifierKind.RECEIPT, "BLG-7XK2-9QFM-0T3R-VW8D", "blg 7XK2 9QFM 0T3R VW8D"));
        assertThat(identifiers("(00D051)،"))
                .containsExactly(new Identifier(IdentifierKind.SHORT_ID, "00d051", "00D051"));
        assertThat(identifiers("01985A00-0000-7000-8000-00000000d051"))
                .extracting(Identifier::text)
                .containsExactly("01985a00-0000-7000-8000-00000000d051");
        assertThat(identifiers("E3B0C44298fc")).extracting(Identifier::kind).containsExactly(IdentifierKind.DIGEST);
        assertThat(identifiers("-00d051")).isEmpty();
        assertThat(words("00d051 or vol")).isEqualTo("00d051 or vol");
    }

    @Test
    void looksForAnAddressAsWordsWhereItIsExcludedOrAnAlternative() {
        assertThat(words("-hespress.com vol")).isEqualTo("-\"hespress com\" vol");
        assertThat(words("le360.ma or goud.ma")).isEqualTo("\"le360 ma\" or \"goud ma\"");
    }

    @Test
    void spellsNeitherQuotedNorExcludedWords() {
        assertThat(SearchText.of("Benjeloun \"arme blanche\" -moto Fès-Saïs").spelled())
                .isEqualTo("benjeloun fès saïs");
    }

    @Property(tries = 300)
    void readsAnything(@ForAll @StringLength(max = 200) String text) {
        SearchText read = SearchText.of(text);
        assertThat(read.words()).doesNotContainPattern("[%_\\\\:&|!*()<>']");
        assertThat(read.words().chars().filter(c -> c == '"').count() % 2).isZero();
    }

    private static java.util.List<Identifier> identifiers(String text) {
        return SearchText.of(text).identifiers();
    }

    private static String words(String text) {
        return SearchText.of(text).words();
    }
}
