package ma.balagh.intake.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WebAddressParserTest {

    private static final URI BASE = URI.create("https://a.example/x/y?z=1");

    @Test
    void makesAddressesAbsolute() {
        Map.ofEntries(
                        Map.entry("1.html", "https://a.example/x/1.html"),
                        Map.entry("../1", "https://a.example/1"),
                        Map.entry("/1", "https://a.example/1"),
                        Map.entry("?p=2", "https://a.example/x/y?p=2"),
                        Map.entry("//b.example/1", "https://b.example/1"),
                        Map.entry(" HTTP://b.example/a b\n", "http://b.example/a%20b"),
                        Map.entry("http://b.example/سرقة|[1]", "http://b.example/%D8%B3%D8%B1%D9%82%D8%A9%7C%5B1%5D"),
                        Map.entry("http://b.example/50%", "http://b.example/50%25"),
                        Map.entry("http://b.example/a%20b#c#d", "http://b.example/a%20b#c%23d"),
                        Map.entry("http://müller.example/", "http://xn--mller-kva.example/"),
                        Map.entry("http://my_host.example/", "http://my_host.example/"),
                        Map.entry("http://b.example\\@c.example/", "http://b.example/%5C@c.example/"))
                .forEach((told, absolute) ->
                        assertThat(WebAddressParser.of(told, BASE)).as(told).contains(URI.create(absolute)));
        assertThat(WebAddressParser.of("1", URI.create("https://a.example")))
                .contains(URI.create("https://a.example/1"));
    }

    @Test
    void knowsNoOthersThanThoseOfTheWeb() {
        for (String told : List.of(
                "",
                " ",
                "javascript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "ftp://a.example/",
                "mailto:a@b.example",
                "http:",
                "http://",
                "https:///x",
                "http://[::1",
                "http://:80/",
                "urn:x",
                "tag:a,2026:1",
                "http://" + "x".repeat(301) + "/",
                "x".repeat(9_000))) {
            assertThat(WebAddressParser.of(told, BASE)).as(told).isEmpty();
        }
        assertThat(WebAddressParser.of("http://" + "x".repeat(300) + "/", BASE)).isPresent();
        assertThat(WebAddressParser.of("1", URI.create("urn:x"))).isEmpty();
        assertThat(WebAddressParser.of(null, BASE)).isEmpty();
    }
}
