package ma.balagh.intake.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CanonicalAddressTest {

    @Test
    void foldsTheVariantsOfAnArticlesAddress() {
        for (String variant : List.of(
                "https://example.com/a/b?id=7&x=1",
                "  HTTPS://EXAMPLE.com./a/b/?x=1&id=7 ",
                "http://www.example.com:80/a/b?id=7&x=1#top",
                "https://user:secret@example.com:443/a/./c/../b?id=7&x=1",
                "https://m.example.com/a/b?id=7&x=1&utm_source=t&UTM_medium=x&fbclid=1&gclid=2&igshid=3&mc_cid=4&mc_eid=5",
                "https://mobile.example.com/a/b/?id=7&&x=1",
                "https://amp.example.com/a/b?x=1&id=7",
                "https://example.com/a/b/amp?x=1&id=7",
                "https://example.com/a/b/amp/?x=1&id=7",
                "https://example.com/amp/a/b?x=1&id=7",
                "https://example.com/a/b?x=1&id=7&amp=1",
                "https://example.com/a/b?x=1&outputType=amp&id=7&amp",
                "https://www.google.com/amp/s/example.com/a/b?x=1&id=7",
                "https://www.google.co.ma/amp/s/amp.example.com/a/b%3Fx=1&id=7".replace("%3F", "?"),
                "https://example-com.cdn.ampproject.org/c/s/example.com/a/b?x=1&id=7",
                "https://example-com.cdn.ampproject.org/v/s/example.com/a/b/amp/?amp_js_v=0.1&usqp=mq331&x=1&id=7",
                "https://example.com/%61/b?id=%37&x=1")) {
            assertThat(CanonicalAddress.of(variant))
                    .as(variant)
                    .contains(new CanonicalAddress("https://example.com/a/b?id=7&x=1"));
        }
    }

    @Test
    void keepsWhatTellsArticlesApart() {
        assertThat(List.of(
                        "https://example.com/",
                        "https://example.com/A",
                        "https://example.com/a",
                        "https://example.com:8080/a",
                        "https://example.com/a?id=1",
                        "https://example.com/a?id=2",
                        "https://other.example.com/a",
                        "https://example.com/champ",
                        "https://example.com/a%2Fb",
                        "https://m.me/a",
                        "https://me/a"))
                .extracting(CanonicalAddress::of)
                .doesNotContain(Optional.empty())
                .doesNotHaveDuplicates();
    }

    @Test
    void writesArabicAsServersHaveIt() {
        assertThat(CanonicalAddress.of("https://أخبار.example/سرقة"))
                .isEqualTo(CanonicalAddress.of("https://xn--igbicxr.example/%d8%b3%d8%b1%d9%82%d8%a9/"))
                .isPresent();
    }

    @Test
    void findsNoneWhereThereIsNone() {
        for (String none : List.of(
                "",
                " ",
                "news",
                "ftp://a.example/",
                "javascript:alert(1)",
                "https://",
                "http:///",
                "https://#",
                "https://a.example/" + "x".repeat(9_000))) {
            assertThat(CanonicalAddress.of(none)).as(none).isEmpty();
        }
    }

    @Property(tries = 5_000)
    void isAFixedPointWhateverItIsGiven(@ForAll("addresses") String address) {
        CanonicalAddress.of(address)
                .ifPresent(canonical ->
                        assertThat(CanonicalAddress.of(canonical.value())).contains(canonical));
    }

    @Property(tries = 2_000)
    void neverThrows(@ForAll String anything) {
        assertThat(CanonicalAddress.of(anything)).isNotNull();
        assertThat(CanonicalAddress.of("https://" + anything)).isNotNull();
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of(
                        "/",
                        "amp",
                        "www.",
                        "m.",
                        "a",
                        ".com",
                        "..",
                        "?",
                        "&",
                        "=",
                        "%",
                        "%41",
                        "%2f",
                        "google.com",
                        "/amp/s/",
                        "#",
                        ":",
                        "80",
                        "@",
                        "utm_a=1",
                        "outputType=amp",
                        ".amp",
                        ".html",
                        "س",
                        "cdn.ampproject.org",
                        "/c/s/",
                        " ",
                        "\0",
                        "\uD800",
                        "xn--",
                        "[",
                        "]",
                        "\\",
                        ".")
                .list()
                .ofMaxSize(14)
                .map(parts -> "https://" + String.join("", parts));
    }
}
