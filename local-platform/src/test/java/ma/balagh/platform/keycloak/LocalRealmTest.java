package ma.balagh.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LocalRealmTest {

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
            "laboratory");

    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        realm = new ObjectMapper().readTree(LocalRealm.json());
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
                        "commander",
                        "commander2",
                        "auditor",
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
                .allSatisfy(client -> assertThat(texts(client.path("protocolMappers"), "name"))
                        .containsExactlyInAnyOrder("audience", "jurisdictions", "unit"));
    }

    @Test
    void greetsInTheSuitesOwnThemeAndInArabicFirst() {
        assertThat(realm.path("loginTheme").asText()).isEqualTo(LoginTheme.NAME);
        assertThat(realm.path("internationalizationEnabled").asBoolean()).isTrue();
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("ar");
        assertThat(elements(realm.path("supportedLocales")).map(JsonNode::asText))
                .containsExactlyInAnyOrder("ar", "fr", "en");
    }

    private static Set<String> texts(JsonNode array, String field) {
        return elements(array).map(element -> element.path(field).asText()).collect(Collectors.toSet());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
