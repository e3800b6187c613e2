package ma.balagh.dispatch.escalation;

import static ma.balagh.dispatch.Story.COMMANDER;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.escalation.Policies.everywhere;
import static ma.balagh.dispatch.escalation.Policies.ofSeconds;
import static ma.balagh.dispatch.escalation.Policies.put;
import static ma.balagh.dispatch.escalation.Policies.step;
import static ma.balagh.dispatch.escalation.Policies.tag;
import static ma.balagh.dispatch.escalation.Policies.territory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestPlatform;
import ma.balagh.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class EscalationPolicyResourceTest {

    private static final String POLICIES = "/api/v1/escalation-policies";
    private static final Map<String, Object> OF_TEN = everywhere(10, List.of());

    @Test
    void appliesTheBuiltInPolicyWhereThereIsNone() {
        as(DISPATCHER).get(POLICIES + "/XA-NONE").then().statusCode(404);
        as(TestTokens.of("abroad", Roles.DISPATCHER).withJurisdictions("XA"))
                .get(POLICIES + "/XA-NONE")
                .then()
                .statusCode(200)
                .header("ETag", "\"built-in\"")
                .body("builtIn", equalTo(true))
                .body("jurisdiction", nullValue())
                .body("stages.find { it.stage == 'ASSIGNED_TO_ACKNOWLEDGED' }.targetSeconds", equalTo(30))
                .body(
                        "stages.find { it.stage == 'ASSIGNED_TO_ACKNOWLEDGED' }.steps.step",
                        contains("NEXT_UNIT_PROPOSED", "SUPERVISOR", "COMMANDER"));
    }

    @Test
    void appliesThePolicyOfTheNearestTerritory() {
        // Given
        var wide = territory();
        var near = wide + "-NEAR";
        put(wide, OF_TEN).statusCode(200).body("jurisdiction", equalTo(wide));
        put(near, ofSeconds()).statusCode(200).body("changedBy", equalTo("commander"));

        // When // Then
        as(DISPATCHER).get(POLICIES + "/{t}", near + "-X").then().body("jurisdiction", equalTo(near));
        as(DISPATCHER).get(POLICIES + "/{t}", wide + "-FAR").then().body("jurisdiction", equalTo(wide));
        as(DISPATCHER)
                .get(POLICIES)
                .then()
                .statusCode(200)
                .body("items[0].builtIn", equalTo(true))
                .body("items.jurisdiction", hasItem(near));
    }

    @Test
    void appliesThePolicyOfATypeBeforeThatOfAllTypes() {
        // Given
        var territory = territory();
        put(territory, OF_TEN).statusCode(200);
        var tag = as(COMMANDER)
                .get(POLICIES + "/{t}?incidentType=SNATCHING", territory)
                .header("ETag");

        // When
        as(COMMANDER)
                .header("If-Match", tag)
                .body(ofSeconds())
                .put(POLICIES + "/{t}?incidentType=SNATCHING", territory)
                .then()
                .statusCode(200)
                .body("incidentType", equalTo("SNATCHING"));

        // Then
        as(DISPATCHER)
                .get(POLICIES + "/{t}?incidentType=SNATCHING", territory)
                .then()
                .body("stages[0].targetSeconds", equalTo(1));
        as(DISPATCHER)
                .get(POLICIES + "/{t}?incidentType=THEFT", territory)
                .then()
                .body("stages[0].targetSeconds", equalTo(10));
        as(DISPATCHER).get(POLICIES + "/{t}", territory).then().body("stages[0].targetSeconds", equalTo(10));
    }

    @Test
    void showsAPolicyOfAWiderTerritoryToWhomItApplies() {
        // Given
        var wide = territory();
        put(wide, OF_TEN).statusCode(200);
        var within = TestTokens.of("within", Roles.COMMANDER).withJurisdictions(wide + "-A");
        var beside = TestTokens.of("beside", Roles.COMMANDER).withJurisdictions("MA-RBA");

        // When // Then
        as(within).get(POLICIES).then().body("items.jurisdiction", hasItem(wide));
        as(within).get(POLICIES + "/{t}", wide + "-A").then().body("jurisdiction", equalTo(wide));
        as(within).get(POLICIES + "/{t}", wide).then().statusCode(200);
        as(beside).get(POLICIES + "/{t}", wide).then().statusCode(404);
        as(within)
                .header("If-Match", tag(wide))
                .body(ofSeconds())
                .put(POLICIES + "/{t}", wide)
                .then()
                .statusCode(400)
                .body("violations.field", contains("jurisdiction"));
        List<String> seen = as(beside).get(POLICIES).path("items.jurisdiction");
        assertThat(seen).doesNotContain(wide);
    }

    @Test
    void isSetByDispatchersOfTheTerritory() {
        // Given
        var territory = territory();

        // When
        as(DISPATCHER)
                .header("If-Match", tag(territory))
                .body(OF_TEN)
                .put(POLICIES + "/{t}", territory)
                .then()
                .statusCode(200)
                .body("changedBy", equalTo("dispatcher"));

        // Then
        as(DISPATCHER.withJurisdictions(territory + "-A"))
                .header("If-Match", tag(territory))
                .body(ofSeconds())
                .put(POLICIES + "/{t}", territory)
                .then()
                .statusCode(400)
                .body("violations.field", contains("jurisdiction"));
        as(DISPATCHER.withJurisdictions("MA-RBA"))
                .header("If-Match", tag(territory))
                .body(ofSeconds())
                .put(POLICIES + "/{t}", territory)
                .then()
                .statusCode(404);
    }

    @Test
    void changesNothingWhenAskedForTheSameAgain() {
        // Given
        var territory = territory();
        var read = tag(territory);
        var first = put(territory, OF_TEN).statusCode(200).extract().header("ETag");

        // When
        var again = as(COMMANDER)
                .header("If-Match", read)
                .body(OF_TEN)
                .put(POLICIES + "/{t}", territory)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        // Then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void refusesWhoHasReadAnotherPolicy() {
        // Given
        var territory = territory();
        var read = tag(territory);
        put(territory, OF_TEN).statusCode(200);

        // When // Then
        as(COMMANDER)
                .header("If-Match", read)
                .body(ofSeconds())
                .put(POLICIES + "/{t}", territory)
                .then()
                .statusCode(412);
        as(COMMANDER).body(ofSeconds()).put(POLICIES + "/{t}", territory).then().statusCode(428);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {}                                                                                        | stages
            {"stages": []}                                                                            | stages
            {"stages": [null]}                                                                        | stages[0]
            {"stages": [{"stage": "LUNCH", "targetSeconds": 1, "steps": []}]}                         | stages[0].stage
            {"stages": [{"stage": "OPEN_TO_ASSIGNED", "targetSeconds": -1, "steps": []}]}             | stages[0].targetSeconds
            {"stages": [{"stage": "OPEN_TO_ASSIGNED", "targetSeconds": 0, "steps": []}]}              | stages[0].targetSeconds
            {"stages": [{"stage": "OPEN_TO_ASSIGNED", "targetSeconds": 2592001, "steps": []}]}        | stages[0].targetSeconds
            {"stages": [{"stage": "OPEN_TO_ASSIGNED", "targetSeconds": 1.5, "steps": []}]}            | stages[0].targetSeconds
            {"stages": [{"stage": "OPEN_TO_ASSIGNED", "steps": []}]}                                  | stages[0].targetSeconds
            {"stages": [{"stage": "OPEN_TO_ASSIGNED", "targetSeconds": 1}]}                           | stages[0].steps
            {"stages": [{"stage": "OPEN_TO_ASSIGNED", "targetSeconds": 1, "steps": [{"step": "KING", "afterSeconds": 1}]}]} | stages[0].steps[0].step
            {"stages": [{"stage": "OPEN_TO_ASSIGNED", "targetSeconds": 1, "steps": [{"step": "COMMANDER"}]}]}               | stages[0].steps[0].afterSeconds
            """)
    void namesTheFieldThatIsAtFault(String body, String field) {
        as(COMMANDER)
                .header("If-Match", "\"built-in\"")
                .body(body)
                .put(POLICIES + "/MA-CAS")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    @Test
    void refusesStepsOutOfOrder() {
        refuses(everywhere(10, List.of(step("SUPERVISOR", 9))), "stages[0].steps[0].afterSeconds");
        refuses(
                everywhere(10, List.of(step("SUPERVISOR", 20), step("COMMANDER", 20))),
                "stages[0].steps[1].afterSeconds");
        refuses(everywhere(10, List.of(step("COMMANDER", 20), step("SUPERVISOR", 30))), "stages[0].steps[1].step");
        refuses(everywhere(10, List.of(step("SUPERVISOR", 20), step("SUPERVISOR", 30))), "stages[0].steps[1].step");
    }

    @Test
    void refusesToProposeAUnitWhereOneHasArrived() {
        var proposing = Map.<String, Object>of(
                "stage", "ON_SCENE_TO_OUTCOME", "targetSeconds", 5, "steps", List.of(step("NEXT_UNIT_PROPOSED", 5)));

        refuses(Map.of("stages", List.of(proposing)), "stages[0].steps[0].step");
    }

    @Test
    void refusesAStageThatIsMissingOrStandsThereTwice() {
        var open = Map.<String, Object>of("stage", "OPEN_TO_ASSIGNED", "targetSeconds", 5, "steps", List.of());

        refuses(Map.of("stages", List.of(open)), "stages");
        refuses(Map.of("stages", List.of(open, open)), "stages[1].stage");
    }

    @ParameterizedTest
    @CsvSource({"casa,", "MA_CAS,", "MA-CAS,LUNCH"})
    void refusesWhatIsNoTerritoryAndNoType(String territory, String type) {
        as(DISPATCHER)
                .queryParam("incidentType", type == null ? "THEFT" : type)
                .get(POLICIES + "/{t}", territory)
                .then()
                .statusCode(400);
    }

    private static void refuses(Map<String, Object> policy, String field) {
        put(territory(), policy).statusCode(400).body("violations.field", hasItem(field));
    }
}
