package ma.balagh.dispatch.communique;

import static ma.balagh.dispatch.Story.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.Story;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class CommuniqueResourceTest {

    static final TestTokens AMAL = TestTokens.of("amal", Roles.COMMANDER);
    static final TestTokens BADR = TestTokens.of("badr", Roles.COMMANDER);

    private static final Map<String, String> CLEAN = Map.of(
            "ar", "بلاغ للعموم\n\nتم توقيف شخصين يشتبه في تورطهما في السرقة.",
            "fr", "Arrestations à Casablanca\n\nDeux personnes soupçonnées de vol ont été arrêtées.",
            "en", "Arrests in Casablanca\n\nTwo people suspected of theft were arrested.");

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    Database database;

    @Test
    void draftsACaseFromItsFactsInThreeLanguages() {
        // Given
        var incidentId = resolved();

        // When
        var drafted = as(AMAL).body(
                        Map.of("jurisdiction", "MA-CAS", "kind", "CASE", "incidentIds", List.of(incidentId)))
                .post("/api/v1/communiques")
                .then()
                .statusCode(201);

        // Then
        drafted.body("texts.fr", containsString("Casablanca"))
                .body("texts.fr", containsString("Au moins une personne"))
                .body("texts.en", containsString("presumed innocent"))
                .body("texts.ar", containsString("الدار البيضاء"))
                .body("findings.size()", equalTo(0))
                .body("state", equalTo("DRAFT"))
                .body("approvable", equalTo(false));
    }

    @Test
    void tellsOfNoIncidentThatGoesOn() {
        as(AMAL).body(Map.of("jurisdiction", "MA-CAS", "kind", "CASE", "incidentIds", List.of(Story.incident(kafka))))
                .post("/api/v1/communiques")
                .then()
                .statusCode(409)
                .body("type", containsString("communique-out-of-turn"));
    }

    @Test
    void saysOfNobodyThatASearchContinues() {
        // Given
        var incidentId = Story.incident(kafka);
        Story.onScene(incidentId, Story.unit(Story.callSign()));
        Story.outcome(incidentId, "NOT_FOUND", 0).statusCode(200);

        // When // Then
        as(AMAL).body(Map.of("jurisdiction", "MA-CAS", "kind", "CASE", "incidentIds", List.of(incidentId)))
                .post("/api/v1/communiques")
                .then()
                .statusCode(201)
                .body("texts.en", containsString("did not find a suspect."))
                .body("texts.en", not(containsString("search continues")))
                .body("texts.fr", not(containsString("se poursuivent")))
                .body("texts.ar", not(containsString("متواصلة")));
    }

    @Test
    void isPublishedByAnotherPersonAlone() {
        // Given
        var id = drafted(CLEAN);

        // When // Then
        approve(AMAL, id).statusCode(403).body("type", containsString("four-eyes"));
        as(BADR).post("/api/v1/communiques/{id}/approval", id).then().statusCode(428);
        as(BADR).header("If-Match", "\"77\"")
                .post("/api/v1/communiques/{id}/approval", id)
                .then()
                .statusCode(412);
        approve(BADR, id).statusCode(200).body("state", equalTo("APPROVED")).body("approved.by", equalTo("badr"));
        approve(BADR, id).statusCode(409);
        PublicStory.show(id).statusCode(200).body("state", equalTo("PUBLISHED"));
    }

    @Test
    void tellsTheTerritorysAuditorsAloneWhoPublishedWhatEverybodyReads() {
        // Given
        var id = drafted(CLEAN);
        var auditor = TestTokens.of("auditor", Roles.AUDITOR);

        // When
        approve(BADR, id).statusCode(200);

        // Then
        as(auditor)
                .get("/api/v1/audit?record={id}", id)
                .then()
                .body("items.kind", equalTo(List.of("COMMUNIQUE_APPROVED", "COMMUNIQUE_DRAFTED")))
                .body("items[0].personName", equalTo("badr"));
        as(auditor.withJurisdictions("MA-RBA"))
                .get("/api/v1/audit?record={id}", id)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void doesNotLetWhoEditedItApproveIt() {
        // Given
        var id = drafted(CLEAN);
        as(BADR).body(body(CLEAN)).put("/api/v1/communiques/{id}", id).then().statusCode(200);
        as(AMAL).body(body(CLEAN)).put("/api/v1/communiques/{id}", id).then().statusCode(200);

        // When // Then
        approve(BADR, id).statusCode(403);
    }

    @Test
    void blocksTheApprovalUntilSomebodyAnswersForEachFinding() {
        // Given
        var texts = new HashMap<>(CLEAN);
        texts.put("fr", "Communiqué\n\nAppelez le 06 12 34 56 78 pour témoigner.");
        var id = drafted(texts);
        approve(BADR, id).statusCode(409).body("type", containsString("findings-open"));

        // When
        var finding = as(AMAL).get("/api/v1/communiques/{id}", id)
                .then()
                .body("openFindings", equalTo(1))
                .extract()
                .jsonPath();
        as(AMAL).body(Map.of(
                        "language", "fr",
                        "kind", "PHONE",
                        "from", finding.getInt("findings[0].from"),
                        "to", finding.getInt("findings[0].to"),
                        "reason", "numéro public de la permanence"))
                .post("/api/v1/communiques/{id}/finding-answers", id)
                .then()
                .statusCode(200)
                .body("openFindings", equalTo(0))
                .body("findings[0].answer.by", equalTo("amal"));

        // Then
        as(AMAL).body(body(texts)).put("/api/v1/communiques/{id}", id).then().body("openFindings", equalTo(1));
        approve(BADR, id).statusCode(409);
    }

    @Test
    void answersForNothingThatIsNotFound() {
        as(AMAL).body(Map.of("language", "fr", "kind", "PHONE", "from", 0, "to", 5, "reason", "un numéro public"))
                .post("/api/v1/communiques/{id}/finding-answers", drafted(CLEAN))
                .then()
                .statusCode(400);
    }

    @Test
    void findsInTextsWhatTheRecordsOfAnIncidentSay() {
        as(AMAL).body(Map.of(
                        "texts", Map.of("en", "It happened at United Nations Square."),
                        "incidentIds", List.of(resolved())))
                .post("/api/v1/communiques/check")
                .then()
                .statusCode(200)
                .body("findings.kind", hasItem("CASE_DETAIL"))
                .body("findings[0].language", equalTo("en"));
    }

    @Test
    void findsInAStatementWhomTheRecordsOfItsTerritoryName() {
        // Given
        var incidentId = Story.incident(kafka);
        var assignment = Story.assigned(incidentId, Story.unit(Story.callSign()));
        Story.progress(assignment, "EN_ROUTE").statusCode(200);
        as(Story.DISPATCHER)
                .body(Map.of("status", "ON_SCENE", "note", "Le nommé Brahim Outarrazt a pris la fuite"))
                .post("/api/v1/assignments/{id}/progress", assignment)
                .then()
                .statusCode(200);
        var texts = new HashMap<>(CLEAN);
        texts.put("ar", "بلاغ للعموم\n\nلا يزال ابراهيم أوتارازت في حالة فرار.");
        texts.put("fr", "Avis\n\nQui a vu Outarrazt est prié de le dire.");

        // Then
        as(AMAL).get("/api/v1/communiques/{id}", drafted(texts))
                .then()
                .body("findings.kind", everyItem(equalTo("NAME")))
                .body("findings.excerpt", hasItem("Outarrazt"))
                .body("findings.excerpt", hasItem(containsString("أوتارازت")));
        as(AMAL).body(Map.of("texts", texts, "incidentIds", List.of(incidentId)))
                .post("/api/v1/communiques/check")
                .then()
                .body("findings.excerpt", hasItem("Outarrazt"));
        as(AMAL).body(Map.of("texts", texts))
                .post("/api/v1/communiques/check")
                .then()
                .body("findings.excerpt", hasItem("Outarrazt"))
                .body("findings.excerpt", hasItem(containsString("أوتارازت")));
    }

    @Test
    void showsDraftsToTheirOwnTerritoryAlone() {
        // Given
        var id = drafted(CLEAN);
        var rabat = TestTokens.of("rabat", Roles.COMMANDER).withJurisdictions("MA-RBA");

        // When // Then
        as(rabat).get("/api/v1/communiques/{id}", id).then().statusCode(404);
        as(rabat).get("/api/v1/communiques").then().statusCode(200).body("items.id", not(hasItem(id.toString())));
        PublicStory.show(id).statusCode(404);
        approve(BADR, id).statusCode(200);
        as(rabat).get("/api/v1/communiques/{id}", id).then().statusCode(404);
        as(rabat).get("/api/v1/communiques").then().statusCode(200).body("items.id", not(hasItem(id.toString())));
    }

    @Test
    void keepsAnEmbargo() {
        // Given
        var body = new HashMap<String, Object>(body(CLEAN));
        body.put("embargoUntil", Instant.now().plusSeconds(3600).toString());
        var id = created(body);

        // When
        approve(BADR, id).statusCode(200);

        // Then
        PublicStory.show(id).statusCode(404);
    }

    @Test
    void withholdsACaseWhoseVerdictIsWithdrawnBeforeItsTime() {
        // Given
        var incidentId = resolved();
        var id = created(Map.of(
                "jurisdiction",
                "MA-CAS",
                "kind",
                "CASE",
                "incidentIds",
                List.of(incidentId),
                "embargoUntil",
                Instant.now().plusSeconds(3600).toString()));
        approve(BADR, id).statusCode(200);

        // When
        kafka.publish(new VerdictWithdrawn(
                database.one(UUID.class, "select dossier_id from incident where id = ?", incidentId),
                database.one(UUID.class, "select verdict_id from incident where id = ?", incidentId),
                Instant.now()));

        // Then
        await().untilAsserted(() -> as(AMAL).get("/api/v1/communiques/{id}", id)
                .then()
                .body("state", equalTo("RETRACTED"))
                .body("retracted.by", equalTo("balagh"))
                .body("retractionReason", containsString("verdict")));
        PublicStory.show(id).statusCode(404);
    }

    @Test
    void isApprovedByWhoSeesItsIncidents() {
        // Given a text of one territory about an incident of another
        var body = new HashMap<String, Object>(body(CLEAN));
        body.put("jurisdiction", "MA-RBA");
        body.put("incidentIds", List.of(Story.incident(kafka)));
        var id = created(body);
        var rabat = TestTokens.of("rabat", Roles.COMMANDER).withJurisdictions("MA-RBA");

        // When // Then
        approve(rabat, id).statusCode(409).body("type", containsString("communique-out-of-turn"));
        approve(BADR, id).statusCode(200);
    }

    @Test
    void correctsWhatIsPublishedAndKeepsTheOldText() {
        // Given
        var id = drafted(CLEAN);
        approve(BADR, id).statusCode(200);
        var body = new HashMap<String, Object>(Map.of("jurisdiction", "MA-CAS", "kind", "STATEMENT", "corrects", id));
        var correction = created(body);
        PublicStory.show(id).body("state", equalTo("PUBLISHED"));

        // When
        approve(BADR, correction).statusCode(200);

        // Then
        PublicStory.show(id)
                .body("state", equalTo("CORRECTED"))
                .body("correctedBy", equalTo(correction.toString()))
                .body("texts.en", containsString("Two people suspected"));
        PublicStory.show(correction).body("corrects", equalTo(id.toString()));
        as(AMAL).get("/api/v1/communiques")
                .then()
                .body("items.find { it.id == '%s' }.corrects".formatted(correction), equalTo(id.toString()))
                .body("items.find { it.id == '%s' }.correctedAt".formatted(id), notNullValue());
        as(AMAL).body(body).post("/api/v1/communiques").then().statusCode(409);
    }

    @Test
    void letsTheFirstOneStandWhenItsCorrectionIsWithdrawnBeforeItIsPublished() {
        // Given
        var id = drafted(CLEAN);
        approve(BADR, id).statusCode(200);
        var body = new HashMap<String, Object>(Map.of("jurisdiction", "MA-CAS", "kind", "STATEMENT", "corrects", id));
        body.put("embargoUntil", Instant.now().plusSeconds(3600).toString());
        var correction = created(body);
        approve(BADR, correction).statusCode(200);
        as(AMAL).get("/api/v1/communiques/{id}", id).then().body("correctedBy", equalTo(correction.toString()));
        PublicStory.show(id).body("state", equalTo("PUBLISHED")).body("correctedBy", nullValue());

        // When
        as(AMAL).body(Map.of("reason", "rien n'est à rectifier"))
                .post("/api/v1/communiques/{id}/retraction", correction)
                .then()
                .statusCode(200);

        // Then
        as(AMAL).get("/api/v1/communiques/{id}", id).then().body("correctedBy", nullValue());
        PublicStory.show(correction).statusCode(404);
    }

    @Test
    void withdrawsByOnePersonWithoutAWordOfTheirs() {
        // Given
        var id = drafted(CLEAN);
        approve(BADR, id).statusCode(200);

        // When
        as(AMAL).body(Map.of("reason", "les faits ne sont pas établis"))
                .post("/api/v1/communiques/{id}/retraction", id)
                .then()
                .statusCode(200)
                .body("retracted.by", equalTo("amal"));

        // Then
        PublicStory.show(id)
                .statusCode(200)
                .body("state", equalTo("RETRACTED"))
                .body("texts.fr", containsString("Arrestations"))
                .body("retractionReason", nullValue())
                .body("retracted", nullValue());
    }

    @Test
    void isRefusedByPostgresqlToo() {
        // Given
        var id = drafted(CLEAN);
        var author = database.one(String.class, "select author_id from communique where id = ?", id);

        // When // Then
        assertThatThrownBy(() -> database.execute("""
                        update communique set state = 'APPROVED', approved_at = now(), approved_by_id = ?,
                               approved_by_name = 'x', published_at = now() where id = ?
                        """, author, id)).hasMessageContaining("communique_four_eyes_check");
        assertThatThrownBy(() -> database.execute("update communique set editors = '{}' where id = ?", id))
                .hasMessageContaining("who wrote in a communiqué is kept");
        approve(BADR, id).statusCode(200);
        assertThatThrownBy(() ->
                        database.execute("update communique set text_fr = 'x', text_version = 9 where id = ?", id))
                .hasMessageContaining("an approved communiqué is not changed");
    }

    @Test
    void draftsOnceForOneKey() {
        var key = UUID.randomUUID().toString();
        String first = as(AMAL).header("Idempotency-Key", key)
                .body(body(CLEAN))
                .post("/api/v1/communiques")
                .path("id");
        String second = as(AMAL).header("Idempotency-Key", key)
                .body(body(CLEAN))
                .post("/api/v1/communiques")
                .path("id");
        assertThat(second).isEqualTo(first);
    }

    private UUID resolved() {
        var incidentId = Story.incident(kafka);
        Story.onScene(incidentId, Story.unit(Story.callSign()));
        Story.outcome(incidentId, "ARRESTED", 1).statusCode(200);
        return incidentId;
    }

    static Map<String, Object> body(Map<String, String> texts) {
        return Map.of("jurisdiction", "MA-CAS", "kind", "STATEMENT", "texts", texts);
    }

    static UUID drafted(Map<String, String> texts) {
        return created(body(texts));
    }

    static UUID drafted() {
        return drafted(CLEAN);
    }

    static UUID created(Map<String, Object> body) {
        String id = as(AMAL).body(body)
                .post("/api/v1/communiques")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    static ValidatableResponse approve(TestTokens person, UUID id) {
        var tag = as(person).get("/api/v1/communiques/{id}", id).header("ETag");
        return as(person)
                .header("If-Match", tag)
                .post("/api/v1/communiques/{id}/approval", id)
                .then();
    }
}
