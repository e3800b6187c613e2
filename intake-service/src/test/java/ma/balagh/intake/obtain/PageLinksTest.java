package ma.balagh.intake.obtain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import ma.balagh.contracts.intake.EvidenceUnobtainable;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Filed;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.intake.report.MediaLink.Kind;
import ma.balagh.intake.report.MediaLink.State;
import ma.balagh.platform.test.KafkaProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports that name no media, but a page. */
@QuarkusTest
final class PageLinksTest {

    @Inject
    Links links;

    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    private KafkaProbe kafka;

    @SuppressWarnings("NullAway.Init")
    private Links.Site site;

    @BeforeEach
    void open() throws IOException {
        links.park();
        site = new Links.Site();
    }

    @AfterEach
    void close() throws IOException {
        site.server().close();
    }

    @Test
    void obtainsWhatThePageShowsAndTellsWhatOnlyAPlayerShows() {
        // Given
        byte[] film = Clips.mp4();
        site.shows("/film.mp4", "", film);
        site.shows("/article", """
                <meta property="og:video" content="/film.mp4">
                <video src="/film.mp4?utm_source=page"></video>
                <iframe src="https://www.youtube.com/embed/abc"></iframe>
                """);
        Filed filed = filed("/article");
        assertThat(links.only(filed.id()).kind()).isEqualTo(Kind.PAGE);
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        List<MediaLink> found = links.of(filed.id());
        assertThat(found).extracting(MediaLink::state).containsExactly(State.READ, State.OBTAINED, State.UNOBTAINABLE);
        assertThat(found).extracting(MediaLink::kind).containsExactly(Kind.PAGE, Kind.MEDIUM, Kind.MEDIUM);
        assertThat(found.get(2).url()).isEqualTo("https://www.youtube.com/embed/abc");
        assertThat(found.get(2).reason()).isEqualTo("PLATFORM_PLAYER");
        var told = kafka.await(
                EvidenceUnobtainable.class, event -> event.reportId().equals(filed.id()));
        assertThat(told.linkId()).isEqualTo(found.get(2).id());
        assertThat(told.reason()).isEqualTo("PLATFORM_PLAYER");
        as(OFFICER)
                .get("/api/v1/media-links/" + found.get(1).id())
                .then()
                .body("foundOn", equalTo(found.get(0).id().toString()));
        as(OFFICER)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .body("media.sha256", equalTo(List.of(Clips.sha256(film))));
    }

    @Test
    void securesTheMediumThatAnAddressTurnsOutToBe() {
        // Given
        site.shows("/watch", "Content-Type: application/octet-stream\r\n", Clips.mp4());
        Filed filed = filed("/watch");
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.only(filed.id()).state()).isEqualTo(State.OBTAINED);
    }

    @Test
    void readsWhatWasCalledAMediumAndIsAPage() {
        // Given
        site.shows("/film.mp4", "", Clips.mp4());
        site.shows("/article", "<video src='/film.mp4'></video>");
        Filed filed = Filed.by(OFFICER, "{\"channel\": \"PRESS\", \"mediaUrls\": [\"" + site.url("/article") + "\"]}");
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.of(filed.id())).extracting(MediaLink::state).containsExactly(State.READ, State.OBTAINED);
    }

    @Test
    void isWorkUntilTheReportHasAMedium() {
        // Given
        site.shows("/article", "<p>Sans vidéo");
        Filed filed = filed("/article");
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.only(filed.id()).state()).isEqualTo(State.UNOBTAINABLE);
        assertThat(links.only(filed.id()).reason()).isEqualTo("NO_MEDIUM_ON_PAGE");
        // When
        filed.medium(OFFICER, Clips.mp4());
        // Then
        assertThat(links.only(filed.id()).state()).isEqualTo(State.READ);
    }

    @Test
    void isNotReadWhereTheMediaComeOtherwise() {
        // Given
        Filed filed = filed("/article");
        // When
        filed.medium(OFFICER, Clips.mp4());
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.only(filed.id()).state()).isEqualTo(State.NOT_NEEDED);
        assertThat(site.server().heads()).isEmpty();
    }

    @Test
    void isReadBesideThePictureOfAnArticle() {
        // Given
        byte[] picture = "\u00FF\u00D8\u00FF\u00E0 picture".getBytes(ISO_8859_1);
        site.shows("/title.JPG?w=300", "", picture);
        site.shows("/film.mp4", "", Clips.mp4());
        site.shows("/article", "<video src='/film.mp4'></video>");
        Filed filed = Filed.by(
                OFFICER,
                "{\"channel\": \"PRESS\", \"url\": \"%s\", \"mediaUrls\": [\"%s\"]}"
                        .formatted(site.url("/article"), site.url("/title.JPG?w=300")));
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.of(filed.id()))
                .extracting(MediaLink::state)
                .containsExactly(State.OBTAINED, State.READ, State.OBTAINED);
    }

    @Test
    void isReadWhereTheNamedMediaCannotBeHad() {
        // Given
        site.shows("/film.mp4", "", Clips.mp4());
        site.shows("/article", "<video src='/film.mp4'></video>");
        Filed filed = Filed.by(
                OFFICER,
                "{\"channel\": \"PRESS\", \"url\": \"%s\", \"mediaUrls\": [\"%s\"]}"
                        .formatted(site.url("/article"), site.url("/gone.mp4")));
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.of(filed.id()))
                .extracting(MediaLink::state)
                .containsExactly(State.UNOBTAINABLE, State.READ, State.OBTAINED);
    }

    @Test
    void tellsPagesThatAreThePlayerThemselves() {
        // Given
        site.shows("/article", "<video id='js'></video>");
        Filed filed = filed("/article");
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.only(filed.id()).reason()).isEqualTo("PLATFORM_PLAYER");
    }

    @Test
    void tellsPlaylistsAndWhatIsNoMedium() {
        // Given
        site.shows("/live", "Content-Type: text/plain\r\n", "#EXTM3U\n#EXT-X-VERSION:3\n".getBytes(ISO_8859_1));
        site.shows("/text", "Content-Type: video/mp4\r\n", "no film".getBytes(ISO_8859_1));
        site.shows("/zeros", "Content-Type: video/mp4\r\n", new byte[900_000]);
        Filed filed = Filed.by(
                OFFICER,
                "{\"channel\": \"PRESS\", \"mediaUrls\": [\"%s\", \"%s\", \"%s\"]}"
                        .formatted(site.url("/live"), site.url("/text"), site.url("/zeros")));
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.of(filed.id()))
                .extracting(MediaLink::reason)
                .containsExactly("PLAYLIST", "NOT_A_MEDIUM", "NOT_A_MEDIUM");
        as(OFFICER).get("/api/v1/reports/" + filed.id()).then().body("media", hasSize(0));
    }

    @Test
    void readsTheBeginningOfAPageThatDoesNotEnd() {
        // Given
        byte[] film = Clips.mp4();
        site.shows("/film.mp4", "", film);
        site.says("/article", (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<video src='/film.mp4'></video>"
                    .getBytes(ISO_8859_1));
            for (int i = 0; i < 10_000; i++) {
                out.write("<p>text".repeat(100).getBytes(ISO_8859_1));
            }
        });
        Filed filed = filed("/article");
        // When
        links.obtain(filed.id(), site.fetcher());
        // Then
        assertThat(links.of(filed.id())).extracting(MediaLink::state).containsExactly(State.READ, State.OBTAINED);
    }

    private Filed filed(String path) {
        return Filed.by(OFFICER, "{\"channel\": \"PRESS\", \"url\": \"" + site.url(path) + "\"}");
    }
}
