package ma.balagh.intake.answer;

import static ma.balagh.intake.People.AUDITOR;
import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.dispatch.OutcomeKind;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.http.Roles;
import ma.balagh.intake.Database;
import ma.balagh.intake.report.Answer;
import ma.balagh.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
final class AnswerTextResourceTest {

    private static final String PATH = "/api/v1/answer-texts/";
    private static final TestTokens COMMANDER = TestTokens.of("commander", Roles.COMMANDER);

    private final AnswerTextService texts;
    private final Database database;

    AnswerTextResourceTest(AnswerTextService texts, Database database) {
        this.texts = texts;
        this.database = database;
    }

    @Test
    void showsAnEditedTextAtOnceAndKeepsTheOnesBefore() {
        // Given
        var answer = new Answer(AnswerKind.RESOLVED, OutcomeKind.NOT_FOUND, Instant.EPOCH);
        String key = "RESOLVED.NOT_FOUND";
        String builtIn = texts.wording().of(answer).en();
        as(OFFICER)
                .get(PATH + key)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("editedBy", nullValue());
        // When
        confirm(OFFICER, key, edit(COMMANDER, key, "نص جديد", "Un nouveau texte.", "A new text."))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("editedBy", equalTo("commander"))
                .body("approvedBy", equalTo("intake"))
                .body("editedAt", notNullValue());
        confirm(COMMANDER, key, edit(OFFICER, key, "نص آخر", "Un autre texte.", " Another text. "))
                .statusCode(200);
        // Then
        assertThat(texts.wording().of(answer)).isEqualTo(new AnswerText("نص آخر", "Un autre texte.", "Another text."));
        String next = as(AUDITOR)
                .get(PATH + key + "/versions?limit=2")
                .then()
                .statusCode(200)
                .body("items.version", equalTo(List.of(2, 1)))
                .extract()
                .path("next");
        as(AUDITOR)
                .get(PATH + key + "/versions?limit=2&cursor=" + next)
                .then()
                .body("items.version", equalTo(List.of(0)))
                .body("items[0].text.en", equalTo(builtIn))
                .body("next", nullValue());
        as(OFFICER)
                .get("/api/v1/answer-texts")
                .then()
                .body("items", hasSize(18))
                .body("items.key", hasItem(key));
    }

    @Test
    void addsNoVersionOfTheSameTextAndRefusesAStaleOne() {
        // Given
        String key = "RESOLVED.NO_OFFENCE";
        confirm(COMMANDER, key, edit(OFFICER, key, "نص", "Texte.", "Text.")).header("ETag", "\"1\"");
        // Then
        edit(OFFICER, key, "نص", "Texte.", "Text.").statusCode(200).header("ETag", "\"1\"");
        as(OFFICER)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("ar", "نص آخر", "fr", "Autre.", "en", "Other."))
                .put(PATH + key)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "نص وحده",
                "Dear <b>you</b>",
                "two\nlines",
                "turned \u202Earound",
                "nul \u0000",
            })
    void refusesWhatIsNoPlainTextInItsLanguage(String english) {
        edit(OFFICER, "REFERRED", "نص", "Texte.", english).statusCode(400).body("violations.field", hasItem("en"));
    }

    @Test
    void refusesTextsThatAreMissingOrTooLong() {
        edit(OFFICER, "REFERRED", "نص", "Texte.", "x".repeat(1001)).statusCode(400);
        as(OFFICER)
                .contentType(ContentType.JSON)
                .body("{\"en\": \"Only in English\"}")
                .put(PATH + "REFERRED")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("ar", "fr")));
    }

    @Test
    void isForThoseWhoAnswerReportersAndShownToAuditors() {
        edit(AUDITOR, "REFERRED", "نص", "Texte.", "Text.").statusCode(403);
        edit(PARTNER, "REFERRED", "نص", "Texte.", "Text.").statusCode(403);
        edit(OFFICER, "NOTHING", "نص", "Texte.", "Text.").statusCode(404);
        as(PARTNER).get("/api/v1/answer-texts").then().statusCode(403);
        as(OFFICER).get(PATH + "KNOWN_CASE.KNOWN_CASE").then().statusCode(404);
    }

    @Test
    void saysNothingNewBeforeASecondPersonHasConfirmed() {
        // Given
        String key = "RESOLVED.IDENTIFIED_AT_LARGE";
        var answer = new Answer(AnswerKind.RESOLVED, OutcomeKind.IDENTIFIED_AT_LARGE, Instant.EPOCH);
        AnswerText before = texts.wording().of(answer);

        // When
        ValidatableResponse proposed = edit(OFFICER, key, "نص", "Texte.", "Text.")
                .statusCode(202)
                .body("version", equalTo(0))
                .body("proposal.text.en", equalTo("Text."))
                .body("proposal.proposedBy", equalTo("intake"));

        // Then
        assertThat(texts.wording().of(answer)).isEqualTo(before);
        edit(COMMANDER, key, "آخر", "Autre.", "Other.").statusCode(409).body("type", endsWith("/proposal-waits"));
        confirm(OFFICER, key, proposed).statusCode(403).body("type", endsWith("/four-eyes"));
        decide(COMMANDER, key, proposed, "CONFIRM", null).statusCode(428);
        decide(COMMANDER, key, proposed, "CONFIRM", "\"0\"").statusCode(412);
        assertThat(texts.wording().of(answer)).isEqualTo(before);
        confirm(COMMANDER, key, proposed).statusCode(200).body("proposal", nullValue());
        assertThat(texts.wording().of(answer).en()).isEqualTo("Text.");
        decide(COMMANDER, key, proposed, "REFUSE", "\"1\"").statusCode(409).body("type", endsWith("/already-decided"));
    }

    @Test
    void letsItsAuthorTakeAProposalBack() {
        // Given
        String key = "KNOWN_CASE.REFERRED";
        ValidatableResponse proposed =
                edit(OFFICER, key, "نص", "Texte.", "Text.").statusCode(202);

        // Then
        decide(OFFICER, key, proposed, "REFUSE", proposed.extract().header("ETag"))
                .statusCode(200)
                .header("ETag", "\"0\"");
        decide(COMMANDER, "REFERRED", proposed, "CONFIRM", "*").statusCode(404);
    }

    @Test
    void isForThoseWhoseJurisdictionIsTheCountry() {
        edit(CASABLANCA_OFFICER, "REFERRED", "نص", "Texte.", "Text.")
                .statusCode(403)
                .body("type", endsWith("/problems/national-setting"));
        ValidatableResponse proposed = edit(OFFICER, "KNOWN_CASE.FALSE_REPORT", "نص", "Texte.", "Text.")
                .statusCode(202);
        confirm(COMMANDER.withJurisdictions("MA-CAS"), "KNOWN_CASE.FALSE_REPORT", proposed)
                .statusCode(403);
        as(CASABLANCA_OFFICER).get(PATH + "REFERRED").then().statusCode(200);
    }

    @Test
    void holdsTheTwoPeopleApartInTheDatabaseToo() {
        // Given
        ValidatableResponse proposed = edit(OFFICER, "KNOWN_CASE.PRESUMED_OFFENCE", "نص", "Texte.", "Text.")
                .statusCode(202);
        UUID id = UUID.fromString(proposed.extract().path("proposal.id"));

        // Then
        assertThatThrownBy(() -> database.execute("""
                        update answer_text_proposal set decision = 'CONFIRM', decided_at = now(),
                            decided_by = proposed_by, decider_subject = subject
                        where proposal_id = ?
                        """, id))
                .hasMessageContaining("answer_text_proposal_four_eyes_check");
    }

    private static ValidatableResponse confirm(TestTokens person, String key, ValidatableResponse proposed) {
        return decide(person, key, proposed, "CONFIRM", proposed.extract().header("ETag"));
    }

    private static ValidatableResponse decide(
            TestTokens person, String key, ValidatableResponse proposed, String decision, @Nullable String tag) {
        var request = as(person).contentType(ContentType.JSON).body(Map.of("decision", decision));
        return (tag == null ? request : request.header("If-Match", tag))
                .post(PATH + key + "/proposals/" + proposed.extract().path("proposal.id") + "/decision")
                .then();
    }

    private static ValidatableResponse edit(TestTokens person, String key, String ar, String fr, String en) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("ar", ar, "fr", fr, "en", en))
                .put(PATH + key)
                .then();
    }
}
