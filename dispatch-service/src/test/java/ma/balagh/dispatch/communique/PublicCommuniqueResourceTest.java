package ma.balagh.dispatch.communique;

import static io.restassured.RestAssured.given;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.communique.CommuniqueResourceTest.AMAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class PublicCommuniqueResourceTest {

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

    @Inject
    Database database;

    @Test
    void listsWhatIsPublishedForEverybodyAndForCaches() {
        // Given
        var id = published();

        // When
        var list = given().get("/api/v1/public/communiques").then().statusCode(200);

        // Then
        list.header("Cache-Control", "public, max-age=60")
                .header("Set-Cookie", nullValue())
                .body("items.id", hasItem(id.toString()))
                .body("items[0].drafted", nullValue())
                .body("items[0].approved", nullValue())
                .body("items[0].incidentIds", nullValue());
        given().header("If-None-Match", list.extract().header("ETag"))
                .get("/api/v1/public/communiques")
                .then()
                .statusCode(304);
    }

    @Test
    void turnsPages() {
        // Given
        published();
        published();

        // When
        var first = given().queryParam("limit", 1)
                .get("/api/v1/public/communiques")
                .then()
                .extract()
                .jsonPath();
        var second = given().queryParam("limit", 1)
                .queryParam("cursor", first.getString("next"))
                .get("/api/v1/public/communiques")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(second.getString("items[0].id")).isNotEqualTo(first.getString("items[0].id"));
    }

    @Test
    void showsStaffWhoAskNothingElse() {
        var id = CommuniqueResourceTest.drafted();
        var token = CommuniqueResourceTest.AMAL.sign();
        given().auth()
                .oauth2(token)
                .get("/api/v1/public/communiques/{id}", id)
                .then()
                .statusCode(404);
    }

    /** Whoever has the id of one that is not public, or tries ids, learns nothing of it. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".cap"})
    void answersWhatIsNotPublicInTheSameBytesAsWhatIsNot(String form) {
        // Given
        var embargoed = alertBody();
        embargoed.put("embargoUntil", Instant.now().plusSeconds(3600).toString());
        var draft = CommuniqueResourceTest.created(alertBody());
        var deleted = CommuniqueResourceTest.created(alertBody());
        retract(deleted);
        var ahead = CommuniqueResourceTest.created(embargoed);
        CommuniqueResourceTest.approve(CommuniqueResourceTest.BADR, ahead).statusCode(200);
        var withdrawn = CommuniqueResourceTest.created(embargoed);
        CommuniqueResourceTest.approve(CommuniqueResourceTest.BADR, withdrawn).statusCode(200);
        retract(withdrawn);
        Set<String> bodies = new HashSet<>();
        Set<Map<String, String>> headers = new HashSet<>();

        // When
        for (var id : List.of(UUID.randomUUID(), draft, deleted, ahead, withdrawn)) {
            var answer = given().get("/api/v1/public/communiques/{id}" + form, id);
            assertThat(answer.statusCode()).isEqualTo(404);
            bodies.add(answer.asString().replace(id.toString(), ""));
            headers.add(answer.headers().asList().stream()
                    .filter(header -> !header.getName().equalsIgnoreCase("date"))
                    .collect(Collectors.toMap(Header::getName, Header::getValue, String::concat, TreeMap::new)));
        }

        // Then
        assertThat(bodies).hasSize(1);
        assertThat(headers).hasSize(1);
    }

    private static void retract(UUID id) {
        as(AMAL).body(Map.of("reason", "ce n'est plus à dire"))
                .post("/api/v1/communiques/{id}/retraction", id)
                .then()
                .statusCode(200);
    }

    @Test
    void failsForNoTokenThatIsNone() {
        var id = published();
        assertThat(given().auth()
                        .oauth2("no.token.atall")
                        .get("/api/v1/public/communiques/{id}", id)
                        .statusCode())
                .isIn(200, 401);
    }

    @Test
    void offersAFeedInEachLanguage() throws Exception {
        // Given
        var id = published();

        // When
        for (var language : new String[] {"ar", "fr", "en"}) {
            var feed = given().queryParam("lang", language)
                    .get("/api/v1/public/communiques/feed.atom")
                    .then();

            // Then
            feed.statusCode(200).contentType(containsString("application/atom+xml"));
            var root = parsed(feed.extract().asString()).getDocumentElement();
            assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
            assertThat(root.getAttribute("xml:lang")).isEqualTo(language);
            assertThat(feed.extract().asString()).contains("urn:uuid:" + id);
            for (var required : new String[] {"id", "title", "updated", "author", "entry"}) {
                assertThat(root.getElementsByTagNameNS("*", required).getLength())
                        .isPositive();
            }
        }
    }

    @Test
    void marksWhatIsWithdrawnInTheFeed() {
        // Given
        var id = published();
        ma.balagh.dispatch.Story.as(CommuniqueResourceTest.AMAL)
                .body(Map.of("reason", "les faits ne sont pas établis"))
                .post("/api/v1/communiques/{id}/retraction", id);

        // When // Then
        given().queryParam("lang", "fr")
                .get("/api/v1/public/communiques/feed.atom")
                .then()
                .body(containsString("[Retiré] Arrestations"));
    }

    @Test
    void signsAlertsThatFitTheSchema() throws Exception {
        // Given
        var id = alert();

        // When
        var cap = given().get("/api/v1/public/communiques/{id}.cap", id)
                .then()
                .statusCode(200)
                .contentType(containsString("application/cap+xml"))
                .extract()
                .asString();

        // Then
        requireValid(cap);
        var document = parsed(cap);
        assertThat(document.getElementsByTagNameNS("*", "info").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagNameNS("*", "msgType").item(0).getTextContent())
                .isEqualTo("Alert");
        assertThat(isSigned(document)).isTrue();
        assertThat(isSigned(parsed(cap.replace("Danger", "No danger")))).isFalse();
    }

    @Test
    void cancelsAnAlertThatIsWithdrawn() throws Exception {
        // Given
        var id = alert();
        ma.balagh.dispatch.Story.as(CommuniqueResourceTest.AMAL)
                .body(Map.of("reason", "le danger est passé"))
                .post("/api/v1/communiques/{id}/retraction", id)
                .then()
                .statusCode(200);

        // When
        var cap = given().get("/api/v1/public/communiques/{id}.cap", id).asString();

        // Then
        requireValid(cap);
        assertThat(cap).contains("<msgType>Cancel</msgType>").contains("," + id + ",");
        assertThat(isSigned(parsed(cap))).isTrue();
    }

    @Test
    void updatesTheAlertThatItCorrects() throws Exception {
        // Given
        var wrong = alert();
        var body = alertBody();
        body.put("corrects", wrong);
        var right = CommuniqueResourceTest.created(body);
        CommuniqueResourceTest.approve(CommuniqueResourceTest.BADR, right).statusCode(200);

        // When
        var first = given().get("/api/v1/public/communiques/{id}.cap", wrong).asString();
        var cap = given().get("/api/v1/public/communiques/{id}.cap", right).asString();

        // Then
        requireValid(cap);
        assertThat(first).contains("<msgType>Alert</msgType>").doesNotContain("<references>");
        assertThat(cap)
                .contains("<msgType>Update</msgType>")
                .contains("<references>%s,%s,%s</references>"
                        .formatted(text(first, "sender"), wrong, text(first, "sent")));
        assertThat(isSigned(parsed(cap))).isTrue();
    }

    /** Receivers would keep showing it: no update of it and no cancellation is ever sent. */
    @Test
    void isCorrectedByAnAlertAlone() {
        // Given
        var wrong = alert();
        var statement =
                new HashMap<String, Object>(Map.of("jurisdiction", "MA-CAS", "kind", "STATEMENT", "corrects", wrong));

        // When // Then
        as(AMAL).body(statement)
                .post("/api/v1/communiques")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"))
                .body("violations[0].message", containsString("withdraw it"));

        // Given
        var body = alertBody();
        body.put("corrects", wrong);
        var right = CommuniqueResourceTest.created(body);
        statement.put("texts", body.get("texts"));

        // When // Then
        as(AMAL).body(statement)
                .put("/api/v1/communiques/{id}", right)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"));
        as(AMAL).body(body).put("/api/v1/communiques/{id}", right).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert_urgency = 'PAST'",
                "alert_severity = 'MINOR'",
                "alert_certainty = 'UNLIKELY'",
                "alert_expires_at = now()",
                "embargo_until = approved_at - interval '1 hour'",
                "incident_ids = '{01985a00-0000-7000-8000-000000000001}'",
                "text_version = 9",
                "approved_by_name = 'x'"
            })
    void keepsAnApprovedAlertInPostgresqlToo(String change) {
        var id = alert();

        assertThatThrownBy(() -> database.execute("update communique set " + change + " where id = ?", id))
                .hasMessageContaining("an approved communiqué is not changed");
    }

    private static String text(String cap, String element) throws Exception {
        return parsed(cap).getElementsByTagNameNS("*", element).item(0).getTextContent();
    }

    @Test
    void hasNoAlertForWhatIsNone() {
        given().get("/api/v1/public/communiques/{id}.cap", published()).then().statusCode(404);
        given().get("/api/v1/public/communiques/feed.atom?lang=xx").then().statusCode(400);
        given().get("/api/v1/public/communiques/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("status", equalTo(404));
    }

    private static UUID published() {
        var id = CommuniqueResourceTest.drafted();
        CommuniqueResourceTest.approve(CommuniqueResourceTest.BADR, id).statusCode(200);
        return id;
    }

    private static UUID alert() {
        var id = CommuniqueResourceTest.created(alertBody());
        CommuniqueResourceTest.approve(CommuniqueResourceTest.BADR, id).statusCode(200);
        return id;
    }

    private static HashMap<String, Object> alertBody() {
        var body = new HashMap<String, Object>();
        body.put("jurisdiction", "MA-CAS");
        body.put("kind", "ALERT");
        body.put(
                "texts",
                Map.of(
                        "ar", "تنبيه للعموم\n\nيرجى توخي الحذر & الانتباه <هنا>.",
                        "fr", "Vigilance\n\nDes vols sont signalés & la prudence est de mise <ici>.",
                        "en", "Danger\n\nThefts are reported & care is advised <here>."));
        body.put(
                "alert",
                Map.of(
                        "urgency", "EXPECTED",
                        "severity", "MODERATE",
                        "certainty", "LIKELY",
                        "expiresAt", Instant.now().plusSeconds(86400).toString()));
        return body;
    }

    private static Document parsed(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void requireValid(String cap) throws Exception {
        try (var file = PublicCommuniqueResourceTest.class.getResourceAsStream("cap-1.2-as-read.xsd")) {
            var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(file));
            assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(cap))))
                    .doesNotThrowAnyException();
        }
    }

    /** As the JDK's own reading of XML signatures says. */
    private static boolean isSigned(Document document) throws Exception {
        var node = document.getElementsByTagNameNS(DSIG, "Signature").item(0);
        var context = new DOMValidateContext(new CertificateKeySelector(), node);
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
    }

    private static final class CertificateKeySelector extends KeySelector {

        @Override
        public KeySelectorResult select(
                KeyInfo info, Purpose purpose, AlgorithmMethod method, XMLCryptoContext context) {
            var certificate = (X509Certificate)
                    ((X509Data) info.getContent().getFirst()).getContent().getFirst();
            Key key = certificate.getPublicKey();
            return () -> key;
        }
    }
}
