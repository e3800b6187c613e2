package ma.balagh.intake.obtain;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.as;
import static ma.balagh.intake.obtain.Links.naming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.Clips;
import ma.balagh.intake.report.MediaLink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person has brought for a link did not come from its address. */
@QuarkusTest
final class BroughtMediumTest {

    @Inject
    Links links;

    @Inject
    LinkSharingScheduler sharing;

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
    void isNotSharedWhereTheAddressHadNothing() {
        // Given
        UUID first = naming(site.url("/film.mp4"));
        links.obtain(first, site.fetcher());
        assertThat(links.only(first).reason()).isEqualTo("NOT_FOUND");
        // Then
        isNotShared(first, "/film.mp4", "NOT_FOUND");
    }

    @Test
    void isNotSharedWhereTheAddressHadAPlayer() {
        // Given
        site.shows("/player", "<video id='js'></video>");
        UUID first = naming(site.url("/player"));
        links.obtain(first, site.fetcher());
        assertThat(links.only(first).reason()).isEqualTo("PLATFORM_PLAYER");
        // Then
        isNotShared(first, "/player", "PLATFORM_PLAYER");
    }

    private void isNotShared(UUID first, String path, String why) {
        // Given
        MediaLink brought = links.only(first);
        int asked = site.server().heads().size();
        String evidence = as(OFFICER)
                .contentType("video/mp4")
                .body(Clips.mp4())
                .post("/api/v1/reports/" + first + "/media?mediaLink=" + brought.id())
                .then()
                .statusCode(201)
                .extract()
                .path("evidenceId");
        as(OFFICER).get("/api/v1/media-links/" + brought.id()).then().body("fetchId", nullValue());
        // When
        UUID second = naming(site.url(path));
        links.obtain(second, site.fetcher());
        sharing.share();
        // Then
        assertThat(links.only(second).reason()).isEqualTo(why);
        assertThat(site.server().heads()).hasSize(2 * asked);
        as(OFFICER)
                .get("/api/v1/evidence/" + evidence + "/custody")
                .then()
                .body("items.action", equalTo(List.of("SECURED")));
    }
}
