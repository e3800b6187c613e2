package ma.balagh.dispatch.blackspot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PublicSpotTest {

    private static final Set<String> SHOWN = Set.of("cell", "name", "area", "areaName", "outline");

    @Inject
    BlackSpotFixture fixture;

    @Inject
    PublicSpotService service;

    @Inject
    CellIndex cells;

    @Test
    void showsLargeCellsWithEnoughIncidentsAndNothingElseOfThem() {
        // Given
        var territory = BlackSpotFixture.territory();
        fixture.plant(territory);
        fixture.compute(territory);

        // When
        var shown = service.list(Instant.now()).items().stream()
                .filter(spot -> spot.area().equals(territory))
                .toList();

        // Then
        assertThat(shown).isNotEmpty().doesNotHaveDuplicates();
        assertThat(shown).allSatisfy(spot -> {
            assertThat(cells.resolution(cells.named(spot.cell()))).isEqualTo(7);
            assertThat(spot.outline()).hasSize(6);
            assertThat(spot.name().fr()).isNotBlank();
        });
        assertThat(Arrays.stream(PublicSpotView.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()))
                .isEqualTo(SHOWN);
    }

    @Test
    void showsAnOldMapThatChangesOnceAMonth() {
        assertThat(service.asOf(Instant.parse("2026-11-01T00:00:00Z")))
                .isEqualTo(service.asOf(Instant.parse("2026-11-30T22:00:00Z")))
                .isBefore(Instant.parse("2026-10-02T23:59:00Z"));
        assertThat(service.list(Instant.parse("2020-01-01T00:00:00Z")).items()).isEqualTo(List.of());
    }

    @Test
    void isForEverybodyAndForCaches() {
        var answer = given().get("/api/v1/public/black-spots")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=600")
                .header("Set-Cookie", nullValue())
                .body("method.en", containsString("thirty days"))
                .body("items", hasSize(0));
        given().header("If-None-Match", answer.extract().header("ETag"))
                .get("/api/v1/public/black-spots")
                .then()
                .statusCode(304);
    }
}
