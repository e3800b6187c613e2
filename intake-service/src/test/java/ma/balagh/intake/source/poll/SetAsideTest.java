package ma.balagh.intake.source.poll;

import static java.util.Objects.requireNonNull;
import static ma.balagh.intake.People.COMMANDER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import ma.balagh.intake.Database;
import ma.balagh.intake.source.item.ItemService;
import ma.balagh.intake.source.poll.Feeds.Article;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sources publish that is none of our business, and what it names when it is. */
@QuarkusTest
final class SetAsideTest {

    @Inject
    PollQueue queue;

    @Inject
    ItemService items;

    @Inject
    PollConfig config;

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // Opened before each test.
    private PollStand stand;

    @BeforeEach
    void open() throws IOException {
        stand = new PollStand(queue, items, config, database);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void setsAsideWhatIsNoneOfOurBusinessAndLetsAnOfficerBringItBack() throws InterruptedException {
        // Given
        Article recipe = about("وصفة اليوم: طاجين بالبرقوق واللوز", "المقادير وطريقة التحضير خطوة بخطوة لعشاء عائلي");
        // When
        Watched source = poll(recipe, "[]");
        // Then
        assertThat(source.reports().getList("items")).isEmpty();
        String id = source.items().getString("items[0].id");
        assertThat(source.items().getString("items[0].standing")).isEqualTo("SET_ASIDE");
        as(OFFICER).get("/api/v1/items?toReview=true").then().body("items.id", hasItem(id));
        review(RABAT_OFFICER, id, true, "une autre affaire").statusCode(404);
        review(OFFICER, id, true, "").statusCode(400).body("violations.field", contains("reason"));
        String tag = as(OFFICER).get("/api/v1/items/" + id).header("ETag");
        review(as(OFFICER).header("If-Match", "\"another\""), id, true, "The video shows a robbery")
                .statusCode(412);
        // When
        review(as(OFFICER).header("If-Match", tag), id, true, "The video shows a robbery")
                .statusCode(200)
                .body("standing", equalTo("REPORTED"))
                .body("review.by", equalTo("intake"));
        // Then
        assertThat(source.reports().<String>getList("items.url")).containsExactly(recipe.url());
        review(OFFICER, id, false, "On second thoughts").statusCode(200).body("standing", equalTo("REPORTED"));
        as(OFFICER).get("/api/v1/items?toReview=true").then().body("items.id", not(hasItem(id)));
        as(OFFICER).get("/api/v1/items/quality").then().body("missed", greaterThanOrEqualTo(1));
    }

    @Test
    void takesInWhatHasAKeywordOfItsSource() throws InterruptedException {
        // When
        Watched source = poll(
                about("درب السلطان اليوم", "تجمع كبير للمواطنين أمام المقاطعة صباح هذا اليوم"), "['دَرب السّلطان']");
        // Then
        assertThat(source.reports().getList("items")).hasSize(1);
        assertThat(source.items().getString("items[0].assessment.keyword")).isEqualTo("دَرب السّلطان");
    }

    @Test
    void claimsThePlaceAndTheTimeThatAnItemNames() throws InterruptedException {
        // When
        Watched source = poll(
                about("كريساج في مراكش", "سرقة بالخطف تحت التهديد بالسلاح الأبيض البارحة في مدينة مراكش، والأمن يبحث"),
                "[]");
        // Then
        var report = source.reports();
        assertThat(report.getString("items[0].jurisdiction")).isEqualTo("MA-MAR");
        assertThat(report.getString("items[0].claim.place")).isEqualTo("مراكش");
        assertThat(report.getDouble("items[0].claim.latitude")).isBetween(31.5, 31.8);
        assertThat(report.getString("items[0].claim.occurredAt")).startsWith("2026-11-2");
        assertThat(source.items().getList("items[0].assessment.reasons")).isNotEmpty();
    }

    @Test
    void bringsAnItemBackWhenAnotherSourceMakesItOurBusiness() throws InterruptedException {
        // Given
        Article plain = about(
                "درب غلف اليوم",
                "تجمع كبير للمواطنين أمام سوق درب غلف صباح هذا اليوم وسط حضور أمني كثيف"
                        + " ومشاهد متداولة على مواقع التواصل الاجتماعي وتعليقات كثيرة من الزوار");
        Watched source = poll(plain, "[]");
        assertThat(source.reports().getList("items")).isEmpty();
        // When
        Watched watcher = poll(plain.at("https://other.example.net/" + plain.id()), "['درب غلف']");
        // Then
        assertThat(watcher.reports().getList("items")).isEmpty();
        assertThat(source.reports().getList("items")).hasSize(1);
        assertThat(watcher.items().getString("items[0].reportId"))
                .isEqualTo(source.reports().getString("items[0].id"));
    }

    @Test
    void forgetsWhatWasSetAsideAndDoesNotBringItBack() throws InterruptedException {
        // Given
        Article recipe = about(
                "وصفة اليوم: طاجين",
                "المقادير وطريقة التحضير خطوة بخطوة لعشاء عائلي بالبرقوق واللوز"
                        + " مع نصائح الطباخة وكل ما يلزم لمائدة تكفي ستة أشخاص في أقل من ساعة واحدة");
        Watched source = poll(recipe, "[]");
        String id = source.items().getString("items[0].id");
        Article copy = recipe.at("https://other.example.net/" + recipe.id());
        Watched other = poll(copy, "[]");
        database.execute("update item set seen_at = now() - interval '100 days' where source_id = ?", source.id());
        // When
        as(COMMANDER).post("/api/v1/retention/runs").then().statusCode(201);
        // Then
        assertThat(source.items().getList("items")).isEmpty();
        assertThat(other.items().getList("items")).isEmpty();
        review(OFFICER, id, true, "The video shows a robbery").statusCode(409);
        assertThat(source.reports().getList("items")).isEmpty();
        stand.poll(source);
        assertThat(source.items().getList("items")).isEmpty();
        // When
        Watched watcher = poll(recipe.at("https://third.example.net/" + recipe.id()), "['طاجين']");
        // Then
        assertThat(watcher.reports().getList("items")).hasSize(1);
    }

    @Test
    void readsItemsThatClaimedATimeBeforeAllYears() throws Exception {
        // Given
        Article discovery = about("اكتشاف", "Il y a 9000 ans, des hommes vivaient ici. Les fouilles ont repris hier.");
        Watched source = poll(discovery, "[]");
        String id = source.items().getString("items[0].id");
        assertThat(source.items().<String>getList("items[0].assessment.times.words"))
                .containsExactly("hier");
        // When
        database.execute("""
                update item set assessment = jsonb_set(assessment, '{times,1}', jsonb_build_object(
                    'words', 'il y a 9000 ans', 'position', 0, 'from', '-6974-11-25T00:00:00.000Z',
                    'to', '-6973-11-25T00:00:00.000Z', 'reasons', jsonb_build_array('AGO')))
                where id = cast(? as uuid)
                """, id);
        try (var migration = getClass().getResourceAsStream("/db/migration/V202612021035__drop_unreadable_times.sql")) {
            database.execute(new String(requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8));
        }
        // Then
        assertThat(source.items().<String>getList("items[0].assessment.times.words"))
                .containsExactly("hier");
    }

    @Test
    void makesNoReportOfAnItemThatIsErasedMeanwhile() throws InterruptedException {
        // Given: erased after another source's item was found to be the same
        Article plain = about(
                "درب غلف اليوم",
                "تجمع كبير للمواطنين أمام سوق درب غلف صباح هذا اليوم وسط حضور أمني كثيف"
                        + " ومشاهد متداولة على مواقع التواصل الاجتماعي وتعليقات كثيرة من الزوار");
        Watched source = poll(plain, "[]");
        assertThat(source.items().getString("items[0].standing")).isEqualTo("SET_ASIDE");
        database.execute(
                "update item set erased_at = now(), title = '', text = '', address = null where source_id = ?",
                source.id());
        // When
        Watched watcher = poll(plain.at("https://other.example.net/" + plain.id()), "['درب غلف']");
        // Then
        assertThat(source.reports().getList("items")).isEmpty();
        assertThat(watcher.reports().<String>getList("items.title"))
                .singleElement()
                .asString()
                .startsWith("درب غلف اليوم");
        // When
        Watched third = poll(plain.at("https://third.example.net/" + plain.id()), "['درب غلف' , 'x']");
        // Then
        assertThat(third.items().getString("items[0].reportId"))
                .isEqualTo(watcher.reports().getString("items[0].id"));
    }

    @Test
    void forgetsNothingWhileACopyOfItIsHeld() throws InterruptedException {
        // Given
        Article recipe = about(
                "وصفة اليوم: بسطيلة",
                "المقادير وطريقة التحضير خطوة بخطوة لعشاء عائلي بالدجاج واللوز"
                        + " مع نصائح الطباخة وكل ما يلزم لمائدة تكفي ثمانية أشخاص في أقل من ساعتين");
        Watched source = poll(recipe, "[]");
        Watched other = poll(recipe.at("https://other.example.net/" + recipe.id()), "[]");
        assertThat(other.items().getString("items[0].standing")).isEqualTo("SIGHTING");
        String hold = as(COMMANDER)
                .contentType(ContentType.JSON)
                .body("{\"subject\": \"ITEM\", \"subjectId\": \"%s\", \"reason\": \"The court needs it\"}"
                        .formatted(other.items().getString("items[0].id")))
                .post("/api/v1/legal-holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        database.execute("update item set seen_at = now() - interval '100 days' where source_id = ?", source.id());
        // When
        as(COMMANDER).post("/api/v1/retention/runs").then().statusCode(201);
        // Then
        assertThat(source.items().<String>getList("items.title")).containsExactly(recipe.title());
        assertThat(other.items().<String>getList("items.title")).containsExactly(recipe.title());
        // When
        as(COMMANDER)
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"The court has ruled\"}")
                .post("/api/v1/legal-holds/" + hold + "/lifting")
                .then()
                .statusCode(200);
        as(COMMANDER).post("/api/v1/retention/runs").then().statusCode(201);
        // Then
        assertThat(source.items().getList("items")).isEmpty();
        assertThat(other.items().getList("items")).isEmpty();
    }

    private static Article about(String title, String text) {
        String id = UUID.randomUUID().toString();
        return new Article(id, "https://news.example.org/articles/" + id, title + " " + id, text + " " + id);
    }

    private Watched poll(Article article, String keywords) throws InterruptedException {
        String path = "/" + article.id() + keywords.length();
        stand.publisher().publishes(path, Feeds.rss(article));
        Watched source = stand.watch(path, "RSS");
        database.execute(
                "update source set keywords = array(select jsonb_array_elements_text(cast(? as jsonb))) where id = ?",
                keywords.replace('\'', '"'),
                source.id());
        stand.poll(source);
        return source;
    }

    private static ValidatableResponse review(TestTokens officer, String id, boolean relevant, String reason) {
        return review(as(officer), id, relevant, reason);
    }

    private static ValidatableResponse review(
            RequestSpecification request, String id, boolean relevant, String reason) {
        return request.contentType(ContentType.JSON)
                .body("{\"relevant\": %s, \"reason\": \"%s\"}".formatted(relevant, reason))
                .post("/api/v1/items/" + id + "/review")
                .then();
    }
}
