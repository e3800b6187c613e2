package ma.balagh.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FetchAddressTest {

    private static final String BASE = "http://a.example.com/b/c/d;p?q";

    @ParameterizedTest
    @CsvSource({
        "http://example.com, http://example.com/",
        "HTTP://EXAMPLE.COM:80/Film.MP4, http://example.com/Film.MP4",
        "https://example.com:443?a=b, https://example.com/?a=b",
        "https://example.com:8443/, https://example.com:8443/",
        "http://example.com:/x, http://example.com/x",
        "http://example.com./x, http://example.com/x",
        "http://example.com/x#fragment, http://example.com/x",
        "http://example.com//x/../y, http://example.com//x/../y",
        "http://example.com/سرقة فيديو.mp4, http://example.com/%D8%B3%D8%B1%D9%82%D8%A9%20%D9%81%D9%8A%D8%AF%D9%8A%D9%88.mp4",
        "http://example.com/%D8%B3?x=[1]|2, http://example.com/%D8%B3?x=[1]%7C2",
        "http://مثال.example.com/, http://xn--mgbh0fb.example.com/",
        "http://my_videos.example.com/x, http://my_videos.example.com/x",
        "http://8.8.8.8/x, http://8.8.8.8/x",
        "http://example.com/@user/video, http://example.com/@user/video",
        "http://[2606:4700:0:0::1111]:8080/, http://[2606:4700:0:0:0:0:0:1111]:8080/"
    })
    void readsWhatIsPublished(String text, String canonical) throws FetchFailedException {
        assertThat(FetchAddress.parse(text)).hasToString(canonical);
    }

    /** The examples of RFC 3986, section 5.4, as far as they lead to http. */
    @ParameterizedTest
    @CsvSource({
        "http:/" + "/g.example.com, http://g.example.com/",
        "g, http://a.example.com/b/c/g",
        "./g, http://a.example.com/b/c/g",
        "g/, http://a.example.com/b/c/g/",
        "/g, http://a.example.com/g",
        "//g.example.com, http://g.example.com/",
        "?y, http://a.example.com/b/c/d;p?y",
        "g?y, http://a.example.com/b/c/g?y",
        "'#s', http://a.example.com/b/c/d;p?q",
        "g#s, http://a.example.com/b/c/g",
        "g?y#s, http://a.example.com/b/c/g?y",
        ";x, http://a.example.com/b/c/;x",
        "g;x?y#s, http://a.example.com/b/c/g;x?y",
        "'', http://a.example.com/b/c/d;p?q",
        "., http://a.example.com/b/c/",
        "./, http://a.example.com/b/c/",
        ".., http://a.example.com/b/",
        "../, http://a.example.com/b/",
        "../g, http://a.example.com/b/g",
        "../.., http://a.example.com/",
        "../../g, http://a.example.com/g",
        "../../../g, http://a.example.com/g",
        "/./g, http://a.example.com/g",
        "/../g, http://a.example.com/g",
        "g., http://a.example.com/b/c/g.",
        "..g, http://a.example.com/b/c/..g",
        "./../g, http://a.example.com/b/g",
        "g;x=1/../y, http://a.example.com/b/c/y",
        "g?y/../x, http://a.example.com/b/c/g?y/../x"
    })
    void followsAReference(String reference, String result) throws FetchFailedException {
        assertThat(FetchAddress.parse(BASE).resolve(reference)).hasToString(result);
    }

    @Property(tries = 2000)
    void failsInOneWayOnly(@ForAll String text, @ForAll long seed) {
        // Given
        var random = new Random(seed);
        String pieces = "http://[]:@#?/\\%.0x7fa1:٠。";
        var forged = new StringBuilder(random.nextBoolean() ? "http://" : text);
        for (int i = random.nextInt(30); i > 0; i--) {
            forged.append(pieces.charAt(random.nextInt(pieces.length())));
        }
        forged.append(random.nextBoolean() ? text : "");
        // Then
        for (String address : new String[] {text, forged.toString()}) {
            try {
                String canonical = FetchAddress.parse(address).toString();
                assertThat(FetchAddress.parse(canonical)).hasToString(canonical);
                assertThat(canonical).matches("https?://[\\x21-\\x7e]+");
            } catch (FetchFailedException refused) {
                assertThat(refused.reason()).isInstanceOf(RefusalReason.class);
            }
        }
    }
}
