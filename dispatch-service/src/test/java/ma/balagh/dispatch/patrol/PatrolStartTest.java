package ma.balagh.dispatch.patrol;

import static ma.balagh.dispatch.Story.as;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** From where units set out. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PatrolStartTest {

    /** Some seventy kilometres from the place: hours of way. */
    private static final double FAR = Story.LATITUDE + 0.6;

    @Inject
    Database database;

    @Inject
    PatrolFixture fixture;

    @Test
    void beginsTomorrowAtItsHomePostWhereverItIsNow() {
        // Given
        var story = new PatrolStory(database, fixture);
        var unit = story.unit();
        var from = PatrolStory.soon().plus(Duration.ofHours(15));
        as(story.dispatcher())
                .body(Map.of("latitude", FAR, "longitude", Story.LONGITUDE))
                .put("/api/v1/units/{id}/position", unit)
                .then()
                .statusCode(200);
        as(story.dispatcher())
                .body(Map.of("name", "Anfa", "latitude", Story.LATITUDE, "longitude", Story.LONGITUDE))
                .put("/api/v1/units/{id}/home-post", unit)
                .then()
                .statusCode(200);
        as(story.dispatcher())
                .body(Map.of(
                        "beginsAt", from.toString(),
                        "endsAt", from.plus(Duration.ofHours(8)).toString()))
                .put("/api/v1/units/{id}/shift", unit)
                .then()
                .statusCode(200);

        // When
        var plan = story.make(new UUID[] {unit}, from);
        fixture.work(plan);

        // Then
        story.read(plan)
                .body("visits.findAll { it.state == 'PLANNED' }", hasSize(4))
                .body("visits.travelSeconds", everyItem(lessThan(600)));
    }
}
