package ma.balagh.intake;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.TestTokens;

/** The people and systems that call intake in tests. */
public final class People {

    public static final TestTokens OFFICER = TestTokens.of("intake", Roles.INTAKE_OFFICER);
    public static final TestTokens CASABLANCA_OFFICER =
            TestTokens.of("casa-intake", Roles.INTAKE_OFFICER).withJurisdictions("MA-CAS");
    public static final TestTokens RABAT_OFFICER =
            TestTokens.of("rabat-intake", Roles.INTAKE_OFFICER).withJurisdictions("MA-RAB");
    public static final TestTokens PARTNER = TestTokens.of("partner-press", Roles.PARTNER);
    public static final TestTokens OTHER_PARTNER = TestTokens.of("partner-app", Roles.PARTNER);
    public static final TestTokens ANALYST = TestTokens.of("analyst", Roles.ANALYST);
    public static final TestTokens COMMANDER = TestTokens.of("commander", Roles.COMMANDER);
    public static final TestTokens AUDITOR = TestTokens.of("auditor", Roles.AUDITOR);
    public static final TestTokens INTERNAL_AFFAIRS = TestTokens.of("internal-affairs", Roles.INTERNAL_AFFAIRS);
    public static final TestTokens LABORATORY =
            TestTokens.of("analysis-service", Roles.LABORATORY).withJurisdictions();
    public static final TestTokens UNIT = TestTokens.of("unit1", Roles.FIELD_UNIT);

    private People() {}

    /** A request of that person. */
    public static RequestSpecification as(TestTokens person) {
        return given().auth().oauth2(person.sign());
    }
}
