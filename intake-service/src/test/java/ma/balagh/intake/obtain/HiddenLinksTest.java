package ma.balagh.intake.obtain;

import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import ma.balagh.http.Roles;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.intake.report.MediaLink;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link does not tell that its medium lies in the compartment. */
@QuarkusTest
final class HiddenLinksTest {

    private static final TestTokens AFFAIRS =
            TestTokens.of("affairs-intake", Roles.INTERNAL_AFFAIRS, Roles.INTAKE_OFFICER);
    private static final String WORK = "/api/v1/media-links?state=OBTAINED&jurisdiction=MA-CAS-HID";

    @Inject
    Links links;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init")
    private Links.Site site;

    @BeforeEach
    void open() throws IOException {
        links.park();
        site = new Links.Site();
        site.shows("/film.mp4", "", Clips.mp4());
    }

    @AfterEach
    void close() throws IOException {
        site.server().close();
    }

    @Test
    void leavesOutALinkWhoseMediumIsHidden() {
        // Given
        UUID report = obtainedBy(PARTNER);
        MediaLink link = links.only(report);
        // When
        database.execute("update evidence set hidden = true where id = ?", link.evidenceId());
        // Then
        shown(OFFICER, report).body("mediaUrls", empty());
        as(OFFICER).get("/api/v1/reports?limit=1").then().body("items[0].mediaUrls", empty());
        as(OFFICER).get(WORK).then().statusCode(200).body("items.id", not(hasItem(id(link))));
        as(OFFICER).get("/api/v1/media-links/" + link.id()).then().statusCode(404);
        retry(link).statusCode(404);
        as(OFFICER)
                .contentType("video/mp4")
                .body(Clips.mp4())
                .post("/api/v1/reports/" + report + "/media?mediaLink=" + link.id())
                .then()
                .statusCode(400)
                .body("violations.field", contains("mediaLink"));
        // Then: whoever sees the medium sees the link
        shown(PARTNER, report).body("mediaUrls[0].evidenceId", equalTo(String.valueOf(link.evidenceId())));
        as(AFFAIRS).get(WORK).then().body("items.id", hasItem(id(link)));
        as(AFFAIRS)
                .get("/api/v1/media-links/" + link.id())
                .then()
                .body("evidenceId", equalTo(String.valueOf(link.evidenceId())));
    }

    @Test
    void showsALinkWhoseMediumIsErased() {
        // Given
        UUID report = obtainedBy(OFFICER);
        MediaLink link = links.only(report);
        // When
        database.execute(
                "update evidence set erased_at = now(), erased_as = 'CLOSED_CASE_EVIDENCE' where id = ?",
                link.evidenceId());
        // Then
        shown(OFFICER, report).body("mediaUrls[0].evidenceId", equalTo(String.valueOf(link.evidenceId())));
        as(OFFICER).get(WORK).then().body("items.id", hasItem(id(link)));
        retry(link).statusCode(409);
    }

    private UUID obtainedBy(TestTokens person) {
        UUID report = Filed.by(
                        person,
                        "{\"channel\": \"PRESS\", \"jurisdiction\": \"MA-CAS-HID\", \"mediaUrls\": [\"%s\"]}"
                                .formatted(site.url("/film.mp4")))
                .id();
        links.obtain(report, site.fetcher());
        return report;
    }

    private static String id(MediaLink link) {
        return link.id().toString();
    }

    private static ValidatableResponse shown(TestTokens person, UUID report) {
        return as(person).get("/api/v1/reports/" + report).then().statusCode(200);
    }

    private static ValidatableResponse retry(MediaLink link) {
        return as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"Encore une fois\"}")
                .post("/api/v1/media-links/" + link.id() + "/retry")
                .then();
    }
}
