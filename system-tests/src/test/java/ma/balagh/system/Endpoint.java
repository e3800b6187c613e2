package ma.balagh.system;

import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import ma.balagh.platform.demo.SuiteClient.Target;

/**
 * One operation of the REST interface and the demo accounts, one for each role, that may call it.
 *
 * @param path as in the OpenAPI document
 * @param strangers the status that every other account gets
 */
record Endpoint(Target target, String method, String path, Set<String> accounts, int strangers) {

    private static final Set<String> STAFF =
            Set.of("intake", "analyst", "officer", "dispatcher", "affairs", "commander", "auditor");
    private static final Set<String> STAFF_AND_PARTNER =
            Set.of("intake", "analyst", "officer", "dispatcher", "affairs", "commander", "auditor", "partner-press");
    private static final Set<String> READERS = Set.of("analyst", "officer", "commander", "auditor", "affairs");

    static final List<String> EVERY_ACCOUNT = List.of(
            "intake", "analyst", "officer", "dispatcher", "unit1", "affairs", "commander", "auditor", "partner-press");

    static final List<Endpoint> ALL = List.of(
            of(INTAKE, "POST", "/reports", "intake", "partner-press"),
            of(INTAKE, "GET", "/reports", STAFF_AND_PARTNER),
            of(INTAKE, "GET", "/reports/{id}", STAFF_AND_PARTNER),
            of(INTAKE, "POST", "/reports/{id}/media", "intake", "partner-press"),
            of(INTAKE, "GET", "/reports/{id}/reporter", "intake"),
            of(INTAKE, "GET", "/receipts/{receipt}", STAFF_AND_PARTNER),
            of(INTAKE, "GET", "/evidence/{id}", STAFF_AND_PARTNER),
            of(INTAKE, "GET", "/evidence/{id}/content", STAFF),
            of(INTAKE, "GET", "/evidence/{id}/custody", STAFF),
            of(ANALYSIS, "GET", "/dossiers", READERS),
            of(ANALYSIS, "GET", "/dossiers/{id}", READERS),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/verdict-proposals", "analyst", "officer"),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/verdict-proposals/{proposalId}/decision", "officer"),
            of(ANALYSIS, "GET", "/examinations", READERS),
            of(ANALYSIS, "GET", "/examinations/{id}", READERS),
            of(ANALYSIS, "GET", "/examinations/{id}/frames/{number}", READERS),
            of(DISPATCH, "GET", "/units", "dispatcher", "unit1"),
            of(DISPATCH, "POST", "/units", "dispatcher"),
            of(DISPATCH, "GET", "/units/{id}", "dispatcher", "unit1"),
            of(DISPATCH, "PUT", "/units/{id}", "dispatcher"),
            of(DISPATCH, "PUT", "/units/{id}/position", "dispatcher", "unit1"),
            of(DISPATCH, "PUT", "/units/{id}/status", "dispatcher", "unit1"),
            of(DISPATCH, "GET", "/incidents", "dispatcher", "commander", "officer", "unit1"),
            of(DISPATCH, "GET", "/incidents/{id}", "dispatcher", "commander", "officer", "unit1"),
            of(DISPATCH, "GET", "/incidents/{id}/recommendations", "dispatcher"),
            of(DISPATCH, "POST", "/incidents/{id}/assignments", "dispatcher"),
            of(DISPATCH, "POST", "/incidents/{id}/outcome", "dispatcher", "officer"),
            of(DISPATCH, "POST", "/incidents/{id}/referral", "dispatcher", "officer"),
            of(DISPATCH, "GET", "/assignments/{id}", "dispatcher", "unit1"),
            of(DISPATCH, "POST", "/assignments/{id}/progress", "dispatcher", "unit1"),
            hidden("GET", "/inquiries"),
            hidden("GET", "/inquiries/{id}"),
            hidden("POST", "/inquiries/{id}/closing"),
            of(DISPATCH, "GET", "/statistics/clocks", "commander", "auditor"));

    private static Endpoint of(Target target, String method, String path, String... accounts) {
        return of(target, method, path, Set.of(accounts));
    }

    private static Endpoint of(Target target, String method, String path, Set<String> accounts) {
        return new Endpoint(target, method, path, accounts, 403);
    }

    /** Of what lies in the compartment of internal affairs nobody else may learn that it exists. */
    private static Endpoint hidden(String method, String path) {
        return new Endpoint(Target.DISPATCH, method, path, Set.of("affairs"), 404);
    }

    /** The path with ids that nothing has. */
    String concretePath() {
        return path.replace("{number}", "0")
                .replace("{receipt}", "BLG-0000-0000-0000-0000")
                .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
    }

    String operation() {
        return target + " " + method + " " + path;
    }

    @Override
    public String toString() {
        return operation();
    }
}
