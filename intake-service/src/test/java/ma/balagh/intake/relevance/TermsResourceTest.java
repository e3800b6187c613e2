package ma.balagh.intake.relevance;

import static ma.balagh.intake.People.ANALYST;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.balagh.intake.Database;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
final class TermsResourceTest {

    private static final String TERMS = "/api/v1/relevance/terms";
    private static final String ASSESSMENTS = "/api/v1/relevance/assessments";

    private final RelevanceService relevance;
    private final Database database;
    private final ObjectMapper json;

    TermsResourceTest(RelevanceService relevance, Database database, ObjectMapper json) {
        this.relevance = relevance;
        this.database = database;
        this.json = json;
    }

    /** Other tests go by the delivered list. */
    @AfterEach
    void goBackToTheDeliveredList() throws JsonProcessingException {
        TermList delivered = BuiltInTermsReader.read();
        put(Map.of("threshold", delivered.threshold(), "terms", delivered.terms(), "reason", "As delivered"), "*")
                .statusCode(200);
    }

    @Test
    void beginsWithTheDeliveredList() {
        as(OFFICER)
                .get(TERMS + "/versions/1")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("by", equalTo("balagh"))
                .body("threshold", equalTo(30))
                .body("terms.size()", greaterThan(500));
    }

    @Test
    void makesAVersionOfEachChangeAndKeepsTheOnesBefore() throws JsonProcessingException {
        // Given
        int before = as(OFFICER).get(TERMS).then().statusCode(200).extract().path("version");
        // When
        String tag = put(change("بلابلا"), "\"" + before + "\"")
                .statusCode(200)
                .body("version", equalTo(before + 1))
                .body("by", equalTo("intake"))
                .body("terms.term", contains("بلابلا"))
                .extract()
                .header("ETag");
        // Then
        as(OFFICER).header("If-None-Match", tag).get(TERMS).then().statusCode(304);
        as(OFFICER).get(TERMS + "/versions/" + before).then().statusCode(200).body("terms.size()", greaterThan(500));
        as(OFFICER)
                .get(TERMS + "/versions?limit=1")
                .then()
                .statusCode(200)
                .body("items.version", contains(before + 1))
                .body("items.terms", contains(1))
                .body("items.reason", contains("Essai"));
        String next = as(OFFICER).get(TERMS + "/versions?limit=1").path("next");
        as(OFFICER).get(TERMS + "/versions?limit=1&cursor=" + next).then().body("items.version", contains(before));
        put(change("بلابلا"), tag).statusCode(200).body("version", equalTo(before + 1));
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            RelevanceAssessment assessment = relevance.assess("بلابلا", null, null, List.of());
            assertThat(assessment.termsVersion()).isEqualTo(before + 1);
            assertThat(assessment.score()).isEqualTo(40);
        });
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseChanged() throws JsonProcessingException {
        // Given
        int before = as(OFFICER).get(TERMS).path("version");
        put(change("first"), "\"" + before + "\"").statusCode(200);
        // Then
        put(change("second"), "\"" + before + "\"").statusCode(412);
        as(OFFICER).get(TERMS).then().body("terms.term", contains("first"));
    }

    @Test
    void letsNobodyRewriteAnEarlierVersion() {
        assertThatThrownBy(() -> database.execute("update relevance_terms set threshold = 1"))
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"threshold": 30, "terms": []}                                                           | reason
            {"threshold": 30, "terms": [], "reason": " "}                                            | reason
            {"threshold": 0, "terms": [], "reason": "vol"}                                             | threshold
            {"terms": [], "reason": "vol"}                                                             | threshold
            {"threshold": 30, "reason": "vol"}                                                         | terms
            {"threshold": 30, "terms": [null], "reason": "vol"}                                        | terms[0]
            {"threshold": 30, "terms": [{"term": "…", "meaning": "POLICE", "weight": 1}], "reason": "vol"} | terms[0].term
            {"threshold": 30, "terms": [{"term": "a b c d e f g", "meaning": "POLICE", "weight": 1}], "reason": "vol"} | terms[0].term
            {"threshold": 30, "terms": [{"meaning": "POLICE", "weight": 1}], "reason": "vol"}          | terms[0].term
            {"threshold": 30, "terms": [{"term": "a", "weight": 1}], "reason": "vol"}                  | terms[0].meaning
            {"threshold": 30, "terms": [{"term": "a", "meaning": "OTHER", "weight": 1}], "reason": "vol"} | terms[0].meaning
            {"threshold": 30, "terms": [{"term": "a", "meaning": "POLICE", "weight": 101}], "reason": "vol"} | terms[0].weight
            {"threshold": 30, "terms": [{"term": "a", "meaning": "POLICE", "weight": 1, "language": "de"}], "reason": "vol"} | terms[0].language
            {"threshold": 30, "terms": [{"term": "سرقة", "meaning": "ROBBERY", "weight": 1}, {"term": "السَّرِقة", "meaning": "ROBBERY", "weight": 1}], "reason": "vol"} | terms[1].term
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body(body)
                .put(TERMS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void triesATextAndStoresNothing() throws JsonProcessingException {
        // Given
        int before = as(OFFICER).get(TERMS).path("version");
        // Then
        assess(Map.of("text", "كريساج فكازا", "language", "ar"))
                .statusCode(200)
                .body("relevant", equalTo(true))
                .body("termsVersion", equalTo(before))
                .body("reasons[0].meaning", equalTo("CAMPAIGN"))
                .body(
                        "reasons[0].text.fr",
                        equalTo("« كريساج » dans le texte : campagne citoyenne contre les agressions de rue (+65)"));
        assess(Map.of(
                        "title",
                        "un essai",
                        "threshold",
                        50,
                        "terms",
                        List.of(Map.of("term", "essai", "meaning", "FOOTAGE", "weight", 49))))
                .statusCode(200)
                .body("score", equalTo(49))
                .body("relevant", equalTo(false))
                .body("termsVersion", equalTo(0));
        assertThat((int) as(OFFICER).get(TERMS).path("version")).isEqualTo(before);
        assess(Map.of("text", "x".repeat(20_001))).statusCode(400).body("violations.field", hasItem("text"));
        assess(Map.of("terms", List.of(Map.of("term", "a"))))
                .statusCode(400)
                .body("violations.field", hasItem("terms[0].weight"));
    }

    @Test
    void isForIntakeOfficers() throws JsonProcessingException {
        as(ANALYST).get(TERMS).then().statusCode(403);
        as(PARTNER).get(TERMS + "/versions").then().statusCode(403);
        as(ANALYST).contentType(ContentType.JSON).body("{}").put(TERMS).then().statusCode(403);
        as(ANALYST)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ASSESSMENTS)
                .then()
                .statusCode(403);
        as(OFFICER).get(TERMS + "/versions/999999").then().statusCode(404);
        as(OFFICER).get(TERMS + "/versions/latest").then().statusCode(404);
        as(OFFICER).get(TERMS + "/versions?cursor=x").then().statusCode(400);
    }

    @Test
    void isChangedByThoseWhoseJurisdictionIsTheCountry() throws JsonProcessingException {
        as(CASABLANCA_OFFICER)
                .contentType(ContentType.JSON)
                .body(json.writeValueAsString(change("بلابلا")))
                .put(TERMS)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/national-setting"));
        as(CASABLANCA_OFFICER).get(TERMS).then().statusCode(200);
    }

    private ValidatableResponse put(Map<String, Object> body, String tag) throws JsonProcessingException {
        return as(OFFICER)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(json.writeValueAsString(body))
                .put(TERMS)
                .then();
    }

    private ValidatableResponse assess(Map<String, Object> body) throws JsonProcessingException {
        return as(OFFICER)
                .contentType(ContentType.JSON)
                .body(json.writeValueAsString(body))
                .post(ASSESSMENTS)
                .then();
    }

    private static Map<String, Object> change(String term) {
        return Map.of(
                "threshold",
                30,
                "terms",
                List.of(Map.of("term", term, "meaning", "FOOTAGE", "weight", 40)),
                "reason",
                "Essai");
    }
}
