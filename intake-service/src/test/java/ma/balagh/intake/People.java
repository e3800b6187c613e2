package ma.balagh.intake;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import ma.balagh.http.Roles;
import ma.balagh.platform.test.Tokens;

/** The people and systems that call intake in tests. */
public final class People {

    public static final Tokens OFFICER = Tokens.of("intake", Roles.INTAKE_OFFICER);
    public static final Tokens CASABLANCA_OFFICER =
            Tokens.of("casa-intake", Roles.INTAKE_OFFICER).withJurisdictions("MA-CAS");
    public static final Tokens RABAT_OFFICER =
            Tokens.of("rabat-intake", Roles.INTAKE_OFFICER).withJurisdictions("MA-RAB");
    public static final Tokens PARTNER = Tokens.of("partner-press", Roles.PARTNER);
    public static final Tokens OTHER_PARTNER = Tokens.of("partner-app", Roles.PARTNER);
    public static final Tokens ANALYST = Tokens.of("analyst", Roles.ANALYST);
    public static final Tokens COMMANDER = Tokens.of("commander", Roles.COMMANDER);
    public static final Tokens AUDITOR = Tokens.of("auditor", Roles.AUDITOR);
    public static final Tokens INTERNAL_AFFAIRS = Tokens.of("internal-affairs", Roles.INTERNAL_AFFAIRS);
    public static final Tokens LABORATORY =
            Tokens.of("analysis-service", Roles.LABORATORY).withJurisdictions();
    public static final Tokens UNIT = Tokens.of("unit1", Roles.FIELD_UNIT);

    private People() {}

    /** A request of that person. */
    public static RequestSpecification as(Tokens person) {
        return given().auth().oauth2(person.sign());
    }
}
