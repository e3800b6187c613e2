package ma.balagh.analysis.examination;

import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.media.Media;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** Two films of one fixed camera at different times, through the whole laboratory. */
@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class SameSceneTest extends LaboratoryVisit {

    private static final String PLACE =
            "mandelbrot=s=320x240:r=10:start_scale=0.02:end_scale=0.02:end_pts=1000[place];";

    @Test
    void proposesThePlaceOfTheOtherCaseAndJoinsNothing() throws Exception {
        // Given
        UUID robbery = arrivals.secured(Media.clip(
                directory.resolve("robbery.mp4"),
                PLACE + "color=white:s=50x90:r=10[who];[place][who]overlay=x='10+45*t':y=110",
                5));
        arrivals.awaitExamined(robbery);
        UUID dossier = dossierOf(robbery);

        // When
        UUID another = arrivals.secured(Media.clip(
                directory.resolve("another.mp4"),
                PLACE + "color=black:s=60x60:r=10[who];[place][who]overlay=x='200-20*t':y='20+60*mod(t,2)'",
                5));
        arrivals.awaitExamined(another);

        // Then
        list(another)
                .body("items[0].matches.kind", contains("SAME_SCENE"))
                .body("items[0].matches[0].sameMoments", equalTo("NO"))
                .body("items[0].matches[0].with.dossierId", equalTo(dossier.toString()))
                .body("items[0].matches[0].place", nullValue());
        assertThat(dossierOf(another)).isNotEqualTo(dossier);

        // When
        UUID proposal = UUID.fromString(ANALYST.proposes(
                        dossier,
                        Map.of(
                                "verdict",
                                "PRESUMED_OFFENCE",
                                "reasons",
                                "Vu les constats et les images",
                                "severity",
                                2,
                                "place",
                                "Derb Sultan",
                                "latitude",
                                33.58,
                                "longitude",
                                -7.6))
                .statusCode(201)
                .extract()
                .path("id"));
        OFFICER.decides(dossier, proposal, "CONFIRM").statusCode(200);

        // Then
        list(another)
                .body("items[0].matches[0].place.place", equalTo("Derb Sultan"))
                .body("items[0].matches[0].place.latitude", equalTo(33.58f))
                .body("items[0].matches[0].place.basis", equalTo("JUDGED"));
        ANALYST.reads(dossierOf(another)).body("matches[0].place.basis", equalTo("JUDGED"));
    }

    private static ValidatableResponse list(UUID evidenceId) {
        return ANALYST.request()
                .queryParam("evidenceId", evidenceId)
                .get("/api/v1/examinations")
                .then()
                .statusCode(200);
    }
}
