package ma.balagh.intake.source.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerHeadersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=60|60",
                "public, max-age=300, must-revalidate|300",
                "S-MaxAge=\"20\"|20",
                "no-store, max-age=60|",
                "private|",
                "max-age=abc|",
                "x-max-age=5|",
                "max-age=99999999999999|999999999"
            })
    void tellsHowLongAnAnswerStaysFresh(String cacheControl, @Nullable Long seconds) {
        assertThat(FreshnessParser.of(cacheControl)).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<https://m.example/t?max_id=1>; rel=\"next\", <https://m.example/t?min_id=2>; rel=\"prev\"|https://m.example/t?max_id=1",
                "<https://m.example/t?min_id=2>; rel=\"prev\", <t?max_id=1>; title=\"x\"; rel=next|https://m.example/api/t?max_id=1",
                "</a,b?c;d>; rel=\"last next\"|https://m.example/a,b?c;d",
                "<https://m.example/>; rel=\"prev\"|",
                "<https://m.example/>; rel=nextish|",
                "<?page=2>; rel=next|https://m.example/api/x?page=2",
                "<t?after=a{b>; rel=next|https://m.example/api/t?after=a%7Bb",
                "<ftp://m.example/>; rel=next|",
                "<http://[x>; rel=next|",
                "next|"
            })
    void findsThePageAfterThisOne(String link, @Nullable String next) {
        assertThat(NextPageParser.of(link, URI.create("https://m.example/api/x")))
                .isEqualTo(next);
    }

    @Test
    void looksForNoPageInAHugeHeader() {
        assertThat(NextPageParser.of("<".repeat(20_000), URI.create("https://m.example/")))
                .isNull();
    }
}
