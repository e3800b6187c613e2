package ma.balagh.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import ma.balagh.platform.part.SuitePorts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LocalRealmWriterTest {

    private static final Set<String> ROLES = Set.of(
            "intake-officer",
            "partner",
            "analyst",
            "judicial-officer",
            "dispatcher",
            "field-unit",
            "internal-affairs",
            "commander",
            "auditor",
            "data-protection-officer",
            "witness",
            "laboratory");

    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        realm = new ObjectMapper().readTree(LocalRealmWriter.json());
    }

    @Test
    void knowsTheRolesOfTheSuiteAndNoOthers() {
        assertThat(texts(realm.at("/roles/realm"), "name")).isEqualTo(ROLES);
    }

    @Test
    void givesEachAccountExactlyOneOfThem() {
        assertThat(realm.path("users"))
                .allSatisfy(user -> assertThat(elements(user.path("realmRoles"))
                                .map(JsonNode::asText)
                                .filter(role -> !role.equals("default-roles-balagh")))
                        .hasSize(1)
                        .allMatch(ROLES::contains));
    }

    @Test
    void hasTheDemoAccountsWithTheirNameAsPassword() {
        // Given
        var people = elements(realm.path("users"))
                .filter(user -> !user.has("serviceAccountClientId"))
                .toList();
        // Then
        assertThat(people.stream().map(user -> user.path("username").asText()))
                .containsExactly(
                        "intake",
                        "analyst",
                        "analyst2",
                        "officer",
                        "officer2",
                        "dispatcher",
                        "unit1",
                        "unit2",
                        "affairs",
                        "affairs2",
                        "commander",
                        "commander2",
                        "auditor",
                        "protection",
                        "casa-analyst");
        assertThat(people)
                .allSatisfy(user -> assertThat(user.at("/credentials/0/value").asText())
                        .isEqualTo(user.path("username").asText()));
    }

    @Test
    void limitsOneAnalystToCasablanca() {
        assertThat(elements(realm.path("users")))
                .filteredOn(
                        user -> !user.at("/attributes/jurisdictions/0").asText().equals("MA"))
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.path("username").asText()).isEqualTo("casa-analyst");
                    assertThat(user.at("/attributes/jurisdictions/0").asText()).isEqualTo("MA-CAS");
                });
    }

    @Test
    void putsAudienceJurisdictionsAndUnitIntoTheTokensOfEveryClient() {
        assertThat(realm.path("clients"))
                .filteredOn(client -> client.path("enabled").asBoolean())
                .allSatisfy(client -> assertThat(texts(client.path("protocolMappers"), "name"))
                        .containsExactlyInAnyOrder("audience", "jurisdictions", "unit"));
    }

    @Test
    void locksAccountsWhosePasswordIsGuessed() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isBetween(3, 10);
        assertThat(realm.path("waitIncrementSeconds").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(realm.path("permanentLockout").asBoolean(true)).isFalse();
    }

    @Test
    void sendsPeopleBackToThePortalAlone() throws IOException {
        // Given
        var elsewhere = new ObjectMapper().readTree(LocalRealmWriter.json(new SuitePorts(12_000)));

        // Then
        assertThat(texts(client(realm, "portal").path("redirectUris")))
                .containsExactly("http://localhost:8080/login", "http://balagh.localhost/login");
        assertThat(client(realm, "portal")
                        .at("/attributes/post.logout.redirect.uris")
                        .asText())
                .isEqualTo("http://localhost:8080/##http://balagh.localhost/");
        assertThat(texts(client(elsewhere, "portal").path("redirectUris")))
                .containsExactly("http://localhost:20080/login", "http://balagh.localhost/login");
        assertThat(client(elsewhere, "portal")
                        .at("/attributes/post.logout.redirect.uris")
                        .asText())
                .startsWith("http://localhost:20080/##");
        assertThat(elements(realm.path("clients"))
                        .filter(client -> client.path("standardFlowEnabled").asBoolean())
                        .map(client -> client.path("clientId").asText()))
                .containsExactly("portal");
    }

    @Test
    void takesARefreshTokenOnceAndKeepsNobodySignedInForever() {
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(1)).isZero();
        assertThat(realm.path("rememberMe").asBoolean(true)).isFalse();
        assertThat(realm.path("clients")).allSatisfy(client -> {
            assertThat(client.path("optionalClientScopes").isArray()).isTrue();
            assertThat(texts(client.path("optionalClientScopes"))).isEmpty();
            assertThat(texts(client.path("defaultClientScopes"))).doesNotContain("offline_access");
        });
        assertThat(client(realm, "balagh-cli")
                        .at("/attributes/use.refresh.tokens")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void statesHowLongSessionsLast() {
        for (var life : List.of(
                "accessTokenLifespan",
                "accessCodeLifespan",
                "ssoSessionIdleTimeout",
                "ssoSessionMaxLifespan",
                "clientSessionIdleTimeout",
                "clientSessionMaxLifespan",
                "offlineSessionIdleTimeout",
                "offlineSessionMaxLifespan")) {
            assertThat(realm.path(life).asInt()).as(life).isBetween(1, 43_200);
        }
        assertThat(realm.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(900);
    }

    @Test
    void takesPasswordsFromTheCommandLineOnly() {
        assertThat(elements(realm.path("clients"))
                        .filter(client ->
                                client.path("directAccessGrantsEnabled").asBoolean(true))
                        .map(client -> client.path("clientId").asText()))
                .containsExactly("balagh-cli");
        assertThat(client(realm, "admin-cli").path("enabled").asBoolean(true)).isFalse();
        assertThat(realm.path("clients"))
                .noneMatch(client -> client.path("implicitFlowEnabled").asBoolean(true));
    }

    @Test
    void keepsWhatHappened() {
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsDetailsEnabled").asBoolean()).isTrue();
        assertThat(texts(realm.path("eventsListeners"))).contains("jboss-logging");
        assertThat(realm.path("eventsExpiration").asLong()).isGreaterThanOrEqualTo(31_536_000);
    }

    @Test
    void greetsInTheSuitesOwnThemeAndInArabicFirst() {
        assertThat(realm.path("loginTheme").asText()).isEqualTo(LoginThemeWriter.NAME);
        assertThat(realm.path("internationalizationEnabled").asBoolean()).isTrue();
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("ar");
        assertThat(elements(realm.path("supportedLocales")).map(JsonNode::asText))
                .containsExactlyInAnyOrder("ar", "fr", "en");
    }

    private static JsonNode client(JsonNode realm, String id) {
        return elements(realm.path("clients"))
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static Set<String> texts(JsonNode array, String field) {
        return elements(array).map(element -> element.path(field).asText()).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
