package ma.balagh.dispatch.export;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.LATITUDE;
import static ma.balagh.dispatch.Story.LONGITUDE;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.callSign;
import static ma.balagh.dispatch.Story.incident;
import static ma.balagh.dispatch.Story.incidentOf;
import static ma.balagh.dispatch.Story.onScene;
import static ma.balagh.dispatch.Story.outcome;
import static ma.balagh.dispatch.Story.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.analysis.VerdictWithdrawn;
import ma.balagh.dispatch.Database;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class IncidentExportResourceTest {

    private static final String EXPORT = "/api/v1/incidents/export";
    private static final String EXPORTS = "/api/v1/incidents/exports?limit=200";
    private static final TestTokens AUDITOR = TestTokens.of("auditor", Roles.AUDITOR);

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Test
    void writesFeaturesWithTheirPlaceAndOutcome() {
        // Given
        var incidentId = incident(kafka);
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 2).statusCode(200);

        // When
        Response answer = withPurpose(COMMANDER).get(EXPORT);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/geo+json");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"incidents.geojson\"");
        JsonPath file = JsonPath.from(answer.asString());
        assertThat(file.getString("type")).isEqualTo("FeatureCollection");
        var feature = "features.find { it.id == '%s' }".formatted(incidentId);
        assertThat(file.getString(feature + ".geometry.type")).isEqualTo("Point");
        assertThat(file.getList(feature + ".geometry.coordinates", String.class))
                .containsExactly("" + LONGITUDE, "" + LATITUDE);
        assertThat(file.getString(feature + ".properties.outcome")).isEqualTo("ARRESTED");
        assertThat(file.getInt(feature + ".properties.persons")).isEqualTo(2);
        assertThat(answer.asString()).doesNotContain("told by radio", "officer", "United Nations Square");
    }

    @Test
    void writesLinesWithoutWordsThatSomebodyWrote() {
        // Given
        var incidentId = incidentAt("at Ahmed's, =HYPERLINK(\"http://x\",\"ساحة الأمم\")", "MA-CAS");

        // When
        var byHeader = withPurpose(COMMANDER).accept("text/csv").get(EXPORT);
        var byParameter = withPurpose(COMMANDER).get(EXPORT + "?format=csv");

        // Then
        for (var answer : List.of(byHeader, byParameter)) {
            assertThat(answer.contentType()).startsWith("text/csv");
            assertThat(answer.asString())
                    .startsWith("id,dossierId,jurisdiction,type,severity,state,latitude,longitude,")
                    .doesNotContain("Ahmed", "HYPERLINK", "ساحة الأمم");
            assertThat(answer.asString().lines().filter(line -> line.startsWith(incidentId.toString())))
                    .singleElement()
                    .asString()
                    .contains("," + LATITUDE + "," + LONGITUDE + ",");
        }
    }

    @Test
    void writesAlertsInAMessageAsTheirSchemasHaveThem() throws Exception {
        // Given
        var incidentId = incidentAt("at Ahmed's", "MA-CAS");
        onScene(incidentId, unit(callSign()));
        outcome(incidentId, "ARRESTED", 2).statusCode(200);

        // When
        var byHeader = withPurpose(COMMANDER).accept("application/xml").get(EXPORT + "?jurisdiction=MA-CAS");
        var byParameter = withPurpose(COMMANDER).get(EXPORT + "?jurisdiction=MA-CAS&format=edxl");

        // Then
        for (var answer : List.of(byHeader, byParameter)) {
            assertThat(answer.contentType()).startsWith("application/xml");
            requireValid(answer.asString());
            assertThat(answer.asString())
                    .contains(
                            "<identifier>" + incidentId + "</identifier>",
                            "<circle>%s,%s 0</circle>".formatted(LATITUDE, LONGITUDE),
                            "<certainty>Likely</certainty>",
                            "<urgency>Past</urgency>",
                            "<valueName>persons</valueName><value>2</value>")
                    .doesNotContain("Ahmed", "told by radio", "Observed");
        }
        as(AUDITOR).get(EXPORTS).then().body("items.format", hasItem("EDXL"));
    }

    @Test
    void saysOfWhichIncidentNoVerdictStands() throws Exception {
        // Given
        var incidentId = incident(kafka);
        kafka.publish(new VerdictWithdrawn(
                database.one(UUID.class, "select dossier_id from incident where id = ?", incidentId),
                database.one(UUID.class, "select verdict_id from incident where id = ?", incidentId),
                Instant.now()));
        await().until(() -> database.one(
                Boolean.class, "select verdict_withdrawn_at is not null from incident where id = ?", incidentId));

        // When
        var edxl = withPurpose(COMMANDER).get(EXPORT + "?format=edxl").asString();
        var features = withPurpose(COMMANDER).get(EXPORT).jsonPath();
        var lines = withPurpose(COMMANDER).get(EXPORT + "?format=csv").asString();

        // Then
        requireValid(edxl);
        assertThat(edxl.substring(edxl.indexOf("<identifier>" + incidentId)))
                .containsSubsequence(
                        "<event>Verdict withdrawn: ",
                        "<urgency>Past</urgency>",
                        "<certainty>Unlikely</certainty>",
                        "<valueName>verdictWithdrawnAt</valueName>",
                        "</alert>");
        assertThat(features.getString(
                        "features.find { it.id == '%s' }.properties.verdictWithdrawnAt".formatted(incidentId)))
                .isNotNull();
        assertThat(lines.lines().findFirst().orElseThrow()).endsWith(",verdictWithdrawnAt");
    }

    private static void requireValid(String message) throws Exception {
        try (var alert = IncidentExportResourceTest.class.getResourceAsStream("../communique/cap-1.2-as-read.xsd");
                var distribution = IncidentExportResourceTest.class.getResourceAsStream("edxl-de-1.0-as-read.xsd")) {
            var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new Source[] {new StreamSource(alert), new StreamSource(distribution)});
            assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(message))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void keepsToThePeriodAndTheTerritory() {
        // Given
        var incidentId = incidentAt("here", "MA-CAS").toString();
        var rabat = TestTokens.of("rabat", Roles.COMMANDER).withJurisdictions("MA-RBA");

        // Then
        withPurpose(COMMANDER).get(EXPORT).then().body("features.id", hasItem(incidentId));
        withPurpose(COMMANDER).get(EXPORT + "?jurisdiction=MA-CAS").then().body("features.id", hasItem(incidentId));
        withPurpose(COMMANDER)
                .get(EXPORT + "?jurisdiction=MA-RBA")
                .then()
                .body("features.id", not(hasItem(incidentId)));
        withPurpose(COMMANDER)
                .get(EXPORT + "?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z")
                .then()
                .body("features", empty());
        withPurpose(rabat).get(EXPORT).then().body("features.id", not(hasItem(incidentId)));
    }

    @Test
    void writesWhatIsLargerThanAPage() {
        // Given
        database.execute("""
                insert into incident (id, dossier_id, verdict_id, jurisdiction, severity, type, alarm_level, state,
                                      attended, verdict_confirmed_at, danger_continues, opened_at, version)
                select ('00000000-0000-0000-0000-' || lpad(to_hex(number), 12, '0'))::uuid, gen_random_uuid(),
                       gen_random_uuid(), 'MA-LRG', 2, 'OTHER', 1, 'OPEN',
                       false, now(), false, now(), 1
                from generate_series(1, 1001) as number
                """);

        // When
        String file = withPurpose(COMMANDER)
                .get(EXPORT + "?format=csv&jurisdiction=MA-LRG")
                .asString();

        // Then
        assertThat(file.lines().skip(1).map(line -> line.substring(0, 36)).distinct())
                .hasSize(1001);
        as(AUDITOR).get(EXPORTS).then().body("items.find { it.jurisdictions == ['MA-LRG'] }.incidents", equalTo(1001));
        database.execute("delete from incident where jurisdiction = 'MA-LRG'");
    }

    @Test
    void notesWhoTookWhatAndWhyForTheAuditor() {
        // Given
        var commander = TestTokens.of("commander-" + UUID.randomUUID(), Roles.COMMANDER);
        var purpose = "monthly review " + UUID.randomUUID();
        incidentAt("here", "MA-CAS");

        // When
        as(commander)
                .header("X-Purpose", purpose)
                .get(EXPORT + "?from=2026-01-01T00:00:00Z&to=2036-01-01T00:00:00Z&jurisdiction=MA-CAS&format=csv")
                .then()
                .statusCode(200);

        // Then
        JsonPath noted =
                as(AUDITOR).get(EXPORTS).then().statusCode(200).extract().jsonPath();
        var found = "items.find { it.purpose == '%s' }".formatted(purpose);
        assertThat(noted.getString(found + ".exportedBy")).startsWith("commander-");
        assertThat(noted.getString(found + ".format")).isEqualTo("CSV");
        assertThat(noted.getList(found + ".jurisdictions", String.class)).containsExactly("MA-CAS");
        assertThat(noted.getString(found + ".from")).startsWith("2026-01-01T00:00:00");
        assertThat(noted.getInt(found + ".incidents")).isPositive();
        as(TestTokens.of("auditor-anfa", Roles.AUDITOR).withJurisdictions("MA-CAS-ANFA"))
                .get(EXPORTS)
                .then()
                .body("items.purpose", hasItem(purpose));
        as(TestTokens.of("auditor-rabat", Roles.AUDITOR).withJurisdictions("MA-RBA"))
                .get(EXPORTS)
                .then()
                .body("items.purpose", not(hasItem(purpose)));
    }

    @Test
    void writesNothingWithoutAPurpose() {
        // Given
        long before = database.one(Long.class, "select count(*) from incident_export");

        // Then
        as(COMMANDER).get(EXPORT).then().statusCode(428);
        as(COMMANDER).header("X-Purpose", "x").get(EXPORT).then().statusCode(428);
        assertThat(database.one(Long.class, "select count(*) from incident_export"))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format=xml",
                "format=CSV",
                "from=yesterday",
                "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "jurisdiction=casablanca",
                "jurisdiction=XA-CAS"
            })
    void refusesWhatItDoesNotKnow(String query) {
        withPurpose(COMMANDER).get(EXPORT + "?" + query).then().statusCode(400);
    }

    @Test
    void writesNothingForWhoHasNoTerritory() {
        var nowhere = TestTokens.of("commander-nowhere", Roles.COMMANDER).withJurisdictions();
        withPurpose(nowhere)
                .get(EXPORT)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_YOUR_JURISDICTION"));
    }

    @Test
    void offersNothingElse() {
        withPurpose(COMMANDER)
                .accept("application/pdf")
                .get(EXPORT)
                .then()
                .statusCode(406)
                .contentType(containsString("problem+json"));
    }

    private UUID incidentAt(String place, String jurisdiction) {
        var dossierId = IdGenerator.next();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        kafka.publish(new VerdictReached(
                dossierId,
                IdGenerator.next(),
                jurisdiction,
                Verdict.PRESUMED_OFFENCE,
                3,
                place,
                LATITUDE,
                LONGITUDE,
                now.minusSeconds(3600),
                null,
                now.minusSeconds(120),
                now.minusSeconds(60)));
        return incidentOf(dossierId);
    }

    private static RequestSpecification withPurpose(TestTokens person) {
        return as(person).header("X-Purpose", "monthly review of incidents");
    }
}
