package ma.balagh.system;

import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static ma.balagh.platform.demo.SuiteClient.Target.INTAKE;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.platform.demo.SuiteClient.Target;

/**
 * One operation of the REST interface and the demo accounts, one for each role, that may call it.
 *
 * @param path as in the OpenAPI document
 * @param accounts who may call it
 * @param strangers the status that every other account gets
 * @param body what the services accept, so that its refusal has other reasons; {@code {territory}} and {@code {now}} are the
 *     caller's, {@code {later}} is an hour after that
 */
record Endpoint(Target target, String method, String path, Set<String> accounts, int strangers, String body) {

    private static final Pattern PLACE = Pattern.compile("([a-z-]+)/\\{[a-zA-Z]+}");

    private static final Set<String> STILL_READERS =
            Set.of("dispatcher", "unit1", "commander", "analyst", "officer", "auditor");

    private static final Set<String> STAFF =
            Set.of("intake", "analyst", "officer", "dispatcher", "affairs", "commander", "auditor");
    private static final Set<String> STAFF_AND_PARTNER =
            Set.of("intake", "analyst", "officer", "dispatcher", "affairs", "commander", "auditor", "partner-press");
    private static final Set<String> READERS = Set.of("analyst", "officer", "commander", "auditor", "affairs");

    private static final Set<String> AUDITORS = Set.of("auditor", "protection");

    /** Dispatchers of presumed offences alone, for the referral file. */
    private static final Set<String> READERS_AND_DISPATCHER =
            Set.of("analyst", "officer", "commander", "auditor", "affairs", "dispatcher");

    static final List<String> EVERY_ACCOUNT = List.of(
            "intake",
            "analyst",
            "officer",
            "dispatcher",
            "unit1",
            "affairs",
            "commander",
            "auditor",
            "protection",
            "partner-press");

    static final List<Endpoint> ALL = List.of(
            of(INTAKE, "POST", "/reports", "intake", "partner-press"),
            of(INTAKE, "GET", "/reports", STAFF_AND_PARTNER),
            of(INTAKE, "GET", "/reports/{id}", STAFF_AND_PARTNER),
            of(INTAKE, "POST", "/reports/{id}/media", "intake", "partner-press"),
            of(INTAKE, "POST", "/field-media", "unit1"),
            of(INTAKE, "GET", "/reports/{id}/reporter", "intake"),
            of(INTAKE, "POST", "/reports/{id}/rule-stop", "intake").sending("{'reason':'Un autre fait que celui-là'}"),
            of(INTAKE, "POST", "/reports/{id}/rule-resumption", "intake")
                    .sending("{'reason':'Le même fait que celui-là'}"),
            of(INTAKE, "POST", "/reports/answers", "intake"),
            of(INTAKE, "GET", "/reports/ageing", "intake", "commander", "auditor"),
            of(INTAKE, "GET", "/reports/answer-times", "intake", "commander", "auditor"),
            of(INTAKE, "GET", "/reports/answer-times/reports", "intake", "commander", "auditor"),
            of(INTAKE, "GET", "/reports/unanswered", "intake", "commander", "auditor"),
            of(INTAKE, "GET", "/reports/weekly", "intake", "commander", "auditor"),
            of(INTAKE, "GET", "/receipts", STAFF_AND_PARTNER),
            of(INTAKE, "POST", "/uploads", "intake", "partner-press"),
            of(INTAKE, "GET", "/uploads/{id}", "intake", "partner-press"),
            of(INTAKE, "HEAD", "/uploads/{id}", "intake", "partner-press"),
            of(INTAKE, "PATCH", "/uploads/{id}", "intake", "partner-press"),
            of(INTAKE, "DELETE", "/uploads/{id}", "intake", "partner-press"),
            of(INTAKE, "GET", "/media-links", "intake"),
            of(INTAKE, "GET", "/media-links/{id}", "intake"),
            of(INTAKE, "POST", "/media-links/{id}/retry", "intake").sending("{'reason':'Remis en ligne'}"),
            of(INTAKE, "GET", "/receipts/{receipt}", STAFF_AND_PARTNER),
            of(INTAKE, "GET", "/answer-texts", "intake", "commander", "auditor"),
            of(INTAKE, "GET", "/answer-texts/{key}", "intake", "commander", "auditor"),
            of(INTAKE, "GET", "/answer-texts/{key}/versions", "intake", "commander", "auditor"),
            of(INTAKE, "PUT", "/answer-texts/{key}", "intake", "commander"),
            of(INTAKE, "POST", "/answer-texts/{key}/proposals/{proposalId}/decision", "intake", "commander")
                    .sending("{'decision':'REFUSE'}"),
            of(INTAKE, "GET", "/callbacks", "partner-press"),
            of(INTAKE, "POST", "/callbacks", "partner-press"),
            of(INTAKE, "GET", "/callbacks/{id}", "partner-press"),
            of(INTAKE, "DELETE", "/callbacks/{id}", "partner-press"),
            of(INTAKE, "POST", "/callbacks/{id}/secrets", "partner-press"),
            of(INTAKE, "GET", "/evidence/refilings", "affairs"),
            of(INTAKE, "GET", "/evidence/{id}", STAFF_AND_PARTNER),
            of(INTAKE, "GET", "/evidence/{id}/content", STAFF),
            of(INTAKE, "GET", "/evidence/{id}/custody", STAFF),
            of(INTAKE, "GET", "/evidence/{id}/custody/compartment", "affairs"),
            of(INTAKE, "GET", "/sources", "intake", "commander"),
            of(INTAKE, "POST", "/sources", "intake"),
            of(INTAKE, "GET", "/sources/health", "intake", "commander"),
            of(INTAKE, "GET", "/sources/{id}", "intake", "commander"),
            of(INTAKE, "PUT", "/sources/{id}", "intake")
                    .sending("{'name':'Presse de Rabat','kind':'WEBHOOK','jurisdiction':'{territory}'}"),
            of(INTAKE, "DELETE", "/sources/{id}", "intake"),
            of(INTAKE, "POST", "/sources/{id}/poll", "intake"),
            of(INTAKE, "POST", "/sources/{id}/secrets", "intake"),
            signed("/sources/{id}/deliveries"),
            of(INTAKE, "GET", "/items", "intake"),
            of(INTAKE, "GET", "/items/quality", "intake"),
            of(INTAKE, "GET", "/items/{id}", "intake"),
            of(INTAKE, "POST", "/items/{id}/review", "intake").sending("{'relevant':false,'reason':'Un match'}"),
            of(INTAKE, "GET", "/retention/plan", "commander", "auditor", "affairs"),
            of(INTAKE, "GET", "/retention/due", "commander", "auditor", "affairs"),
            of(INTAKE, "GET", "/retention/runs", "commander", "auditor", "affairs"),
            of(INTAKE, "POST", "/retention/runs", "commander", "affairs"),
            of(INTAKE, "POST", "/retention/open-case-runs", "commander", "affairs")
                    .sending("{'reason':'Le parquet a classé ces affaires'}"),
            of(INTAKE, "GET", "/legal-holds", "officer", "commander", "auditor", "affairs"),
            of(INTAKE, "POST", "/legal-holds", "officer", "commander", "affairs"),
            of(INTAKE, "GET", "/legal-holds/{id}", "officer", "commander", "auditor", "affairs"),
            of(INTAKE, "POST", "/legal-holds/{id}/lifting", "officer", "commander", "affairs")
                    .sending("{'reason':'Le tribunal a statué'}"),
            of(INTAKE, "GET", "/relevance/terms", "intake"),
            of(INTAKE, "PUT", "/relevance/terms", "intake"),
            of(INTAKE, "GET", "/relevance/terms/versions", "intake"),
            of(INTAKE, "GET", "/relevance/terms/versions/{version}", "intake"),
            of(INTAKE, "POST", "/relevance/assessments", "intake"),
            of(INTAKE, "GET", "/evidence/{id}/bundle", STAFF),
            of(INTAKE, "POST", "/evidence/{id}/disclosures", "officer", "commander", "affairs")
                    .sending("{'recipient':'Tribunal de Rabat','reference':'TPI-RBA/1'}"),
            of(INTAKE, "GET", "/custody/anchors", "auditor"),
            of(INTAKE, "POST", "/custody/anchors", "auditor"),
            of(INTAKE, "GET", "/audit", AUDITORS),
            of(INTAKE, "GET", "/audit/checkpoint", "auditor"),
            of(INTAKE, "GET", "/audit/tile/{path}", "auditor"),
            of(ANALYSIS, "GET", "/audit", AUDITORS),
            of(ANALYSIS, "GET", "/audit/checkpoint", "auditor"),
            of(ANALYSIS, "GET", "/audit/tile/{path}", "auditor"),
            of(ANALYSIS, "GET", "/dossiers", READERS),
            of(ANALYSIS, "GET", "/dossiers/backlog", "commander"),
            of(ANALYSIS, "GET", "/dossiers/{id}", READERS),
            of(ANALYSIS, "GET", "/dossiers/{id}/reports", READERS),
            of(ANALYSIS, "GET", "/dossiers/{id}/evidence", READERS_AND_DISPATCHER),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/reports", "analyst")
                    .sending("{'reportIds':['" + UUID.randomUUID() + "'],'reason':'La même scène de rue'}"),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/verdict-proposals", "analyst", "officer")
                    .sending("{'verdict':'FALSE_REPORT','reasons':'Scène tournée pour un film'}"),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/verdict-proposals/{proposalId}/decision", "officer")
                    .sending("{'decision':'CONFIRM','reason':'Vu les constats et les images'}"),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/join", "analyst")
                    .sending("{'dossierId':'" + UUID.randomUUID() + "','reason':'La même scène de rue'}"),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/separation", "analyst")
                    .sending("{'evidenceIds':['" + UUID.randomUUID() + "'],'reason':'Une autre scène de rue'}"),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/reopening", "officer")
                    .sending("{'reason':'Un fait nouveau est apparu'}"),
            of(ANALYSIS, "POST", "/dossiers/{dossierId}/reopening/{reopeningId}/decision", "officer")
                    .sending("{'decision':'CONFIRM','reason':'Vu les pièces nouvelles'}"),
            of(ANALYSIS, "GET", "/dossiers/{id}/report.pdf", READERS_AND_DISPATCHER),
            of(ANALYSIS, "PUT", "/dossiers/{dossierId}/urgency", "analyst", "officer")
                    .sending("{'level':'HIGH','reason':'Vu les images'}"),
            of(ANALYSIS, "DELETE", "/dossiers/{dossierId}/urgency", "analyst", "officer"),
            of(ANALYSIS, "GET", "/examinations", READERS),
            of(ANALYSIS, "GET", "/examinations/{id}", READERS),
            of(ANALYSIS, "GET", "/examinations/{id}/frames/{number}", READERS),
            of(ANALYSIS, "GET", "/examinations/{id}/still", READERS),
            of(ANALYSIS, "GET", "/examinations/{id}/contact-sheet", READERS),
            of(ANALYSIS, "GET", "/examinations/{id}/renditions", READERS),
            of(ANALYSIS, "POST", "/examinations/{id}/renditions", "analyst", "officer", "affairs")
                    .sending("{'kind':'PLAYABLE'}"),
            of(ANALYSIS, "GET", "/renditions/{id}", READERS),
            of(ANALYSIS, "GET", "/renditions/{id}/content", READERS),
            of(ANALYSIS, "GET", "/dossiers/{dossierId}/still", STILL_READERS),
            of(ANALYSIS, "GET", "/dossiers/{dossierId}/still/content", STILL_READERS),
            of(ANALYSIS, "GET", "/known-footage", "analyst"),
            of(ANALYSIS, "POST", "/known-footage", "analyst"),
            of(ANALYSIS, "GET", "/known-footage/{id}", "analyst"),
            of(ANALYSIS, "DELETE", "/known-footage/{id}", "analyst"),
            of(ANALYSIS, "POST", "/known-footage/search", "analyst", "partner-press"),
            of(DISPATCH, "GET", "/units", "dispatcher", "unit1"),
            of(DISPATCH, "POST", "/units", "dispatcher"),
            of(DISPATCH, "GET", "/units/{id}", "dispatcher", "unit1"),
            of(DISPATCH, "PUT", "/units/{id}", "dispatcher")
                    .sending("{'callSign':'UNIT-FAR','kind':'CAR','crew':3,'jurisdiction':'{territory}'}"),
            of(DISPATCH, "PUT", "/units/{id}/position", "dispatcher", "unit1")
                    .sending("{'latitude':34.02,'longitude':-6.83}"),
            of(DISPATCH, "PUT", "/unit-positions", "dispatcher")
                    .sending("{'items':[{'unitId':'{incident}','position':{'latitude':34.02,'longitude':-6.83}}]}"),
            of(DISPATCH, "PUT", "/units/{id}/status", "dispatcher", "unit1").sending("{'status':'AVAILABLE'}"),
            of(DISPATCH, "GET", "/units/{id}/track", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/help-requests", "dispatcher", "commander"),
            of(DISPATCH, "POST", "/help-requests", "dispatcher"),
            of(DISPATCH, "GET", "/help-requests/{id}", "dispatcher", "commander"),
            of(DISPATCH, "POST", "/help-requests/{id}/grant", "dispatcher"),
            of(DISPATCH, "POST", "/help-requests/{id}/refusal", "dispatcher"),
            of(DISPATCH, "POST", "/help-requests/{id}/end", "dispatcher"),
            of(DISPATCH, "PUT", "/units/{id}/shift", "dispatcher").sending("{'beginsAt':'{now}','endsAt':'{later}'}"),
            of(DISPATCH, "DELETE", "/units/{id}/shift", "dispatcher"),
            of(DISPATCH, "PUT", "/units/{id}/home-post", "dispatcher")
                    .sending("{'name':'Poste central','latitude':34.02,'longitude':-6.83}"),
            of(DISPATCH, "DELETE", "/units/{id}/home-post", "dispatcher"),
            of(DISPATCH, "GET", "/incidents", "dispatcher", "commander", "officer", "unit1"),
            of(DISPATCH, "GET", "/incidents/events", "dispatcher", "commander", "unit1"),
            of(DISPATCH, "GET", "/incidents/events/position", "dispatcher", "commander", "unit1"),
            of(DISPATCH, "GET", "/incidents/{id}", "dispatcher", "commander", "officer", "unit1"),
            of(DISPATCH, "GET", "/incidents/{id}/recommendations", "dispatcher"),
            of(DISPATCH, "POST", "/incidents/{id}/assignments", "dispatcher")
                    .sending("{'unitId':'" + UUID.randomUUID() + "'}"),
            of(DISPATCH, "POST", "/incidents/{id}/planned-units", "dispatcher").sending("{'unitId':'{unit}'}"),
            of(DISPATCH, "DELETE", "/incidents/{id}/planned-units/{unitId}", "dispatcher"),
            of(DISPATCH, "POST", "/incidents/{id}/outcome", "dispatcher", "officer")
                    .sending("{'kind':'ARRESTED','persons':1,'note':'Interpellé à proximité'}"),
            of(DISPATCH, "POST", "/incidents/{id}/referral", "dispatcher", "officer")
                    .sending("{'court':'Tribunal de Rabat','reference':'TPI-RBA/1','at':'{now}'}"),
            of(DISPATCH, "POST", "/incidents/{id}/cancellation", "dispatcher")
                    .sending("{'note':'Patrouille rappelée'}"),
            of(DISPATCH, "POST", "/incidents/{id}/reopening", "dispatcher", "officer")
                    .sending("{'reason':'Aperçu de nouveau'}"),
            of(DISPATCH, "PUT", "/incidents/{id}/classification", "dispatcher")
                    .sending("{'type':'SNATCHING','alarmLevel':2}"),
            of(DISPATCH, "POST", "/assignments/{id}/assistance", "dispatcher", "unit1"),
            of(DISPATCH, "POST", "/assignments/{id}/stand-down", "dispatcher").sending("{'reason':'Plus nécessaire'}"),
            of(DISPATCH, "POST", "/assignments/{id}/reassignment", "dispatcher")
                    .sending("{'incidentId':'{incident}','reason':'Plus grave'}"),
            of(DISPATCH, "GET", "/incidents/joint-assignment", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/units/move-ups", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/communiques", "commander"),
            of(DISPATCH, "POST", "/communiques", "commander"),
            of(DISPATCH, "POST", "/communiques/check", "commander"),
            of(DISPATCH, "GET", "/communiques/{id}", "commander"),
            of(DISPATCH, "PUT", "/communiques/{id}", "commander")
                    .sending("{'jurisdiction':'{territory}','kind':'STATEMENT','texts':{'ar':'بلاغ للعموم في القضية',"
                            + "'fr':'0612345678 est le numéro du poste','en':'A text for the public'}}"),
            of(DISPATCH, "POST", "/communiques/{id}/finding-answers", "commander")
                    .sending("{'language':'fr','kind':'PHONE','from':0,'to':10,'reason':'Numéro public du poste'}"),
            of(DISPATCH, "POST", "/communiques/{id}/approval", "commander"),
            of(DISPATCH, "POST", "/communiques/{id}/retraction", "commander")
                    .sending("{'reason':'Les faits ne sont pas établis'}"),
            of(DISPATCH, "GET", "/run-cards", "dispatcher", "commander"),
            of(DISPATCH, "POST", "/run-cards", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/run-cards/{id}", "dispatcher", "commander"),
            of(DISPATCH, "PUT", "/run-cards/{id}", "dispatcher", "commander")
                    .sending("{'jurisdiction':'{territory}',"
                            + "'type':'OTHER','alarmLevel':3,'requirements':[{'role':'LEAD','count':1}]}"),
            of(DISPATCH, "POST", "/incidents/{id}/outcome/corrections", "dispatcher", "officer")
                    .sending(
                            "{'outcome':{'kind':'NOT_FOUND','persons':0,'note':'Personne'},'reason':'Erreur de saisie'}"),
            of(DISPATCH, "GET", "/incidents/{id}/rights", "dispatcher", "commander", "officer", "unit1"),
            of(DISPATCH, "POST", "/incidents/{id}/rights", "dispatcher", "unit1")
                    .sending("{'minor':false}"),
            of(DISPATCH, "PUT", "/incidents/{id}/rights/{person}", "dispatcher", "unit1")
                    .sending("{'minor':false}"),
            of(DISPATCH, "PUT", "/incidents/{id}/rights/{person}/{duty}", "dispatcher", "unit1")
                    .sending("{'done':true}"),
            of(
                    DISPATCH,
                    "GET",
                    "/incidents/{id}/court-decisions",
                    "dispatcher",
                    "commander",
                    "officer",
                    "analyst",
                    "auditor"),
            of(DISPATCH, "POST", "/incidents/{id}/court-decisions", "officer")
                    .sending("{'kind':'CHARGED','court':'Tribunal de Rabat','reference':'TPI-RBA/2',"
                            + "'decidedAt':'{now}','summary':'Condamnation'}"),
            of(DISPATCH, "GET", "/incidents/{id}/referral-file", "dispatcher", "commander", "officer"),
            of(DISPATCH, "GET", "/assignments/{id}", "dispatcher", "unit1"),
            of(DISPATCH, "POST", "/assignments/{id}/progress", "dispatcher", "unit1")
                    .sending("{'status':'ACKNOWLEDGED'}"),
            hidden("GET", "/inquiries"),
            hidden("GET", "/inquiries/{id}"),
            hidden("POST", "/inquiries/{id}/owner").sending("{}"),
            hidden("POST", "/inquiries/{id}/steps").sending("{'title':'Planning','dueAt':'2099-01-01T00:00:00Z'}"),
            hidden("POST", "/inquiries/{id}/steps/{stepId}/completion").sending("{}"),
            hidden("POST", "/inquiries/{id}/hearings")
                    .sending("{'role':'WITNESS','person':'T-1','place':'Rabat','scheduledAt':'2099-01-01T00:00:00Z'}"),
            hidden("POST", "/inquiries/{id}/hearings/{hearingId}/record")
                    .sending("{'record':'Entendu','heldAt':'{now}'}"),
            hidden("POST", "/inquiries/{id}/suspensions")
                    .sending("{'person':'A.B.','legalBasis':'Statut, article 73',"
                            + "'beginsAt':'2026-12-01T00:00:00Z','endsAt':'2027-01-01T00:00:00Z'}"),
            hidden("POST", "/inquiries/{id}/suspensions/{suspensionId}/lifting").sending("{'reason':'Motif disparu'}"),
            hidden("POST", "/inquiries/{id}/attachments").sending("{'evidenceId':'{evidence}','title':'Film'}"),
            hidden("POST", "/inquiries/{id}/hold").sending("{'reason':'Juge saisi'}"),
            hidden("POST", "/inquiries/{id}/hold/lifting").sending("{'reason':'Juge dessaisi'}"),
            hidden("POST", "/inquiries/{id}/reporter-answer").sending("{'channel':'RECEIPT','wording':'Transmis'}"),
            hidden("POST", "/inquiries/{id}/closing").sending("{'finding':'SUBSTANTIATED','reason':'Reconnu'}"),
            hidden("POST", "/inquiries/{id}/closing/decision")
                    .sending("{'decision':'CONFIRM','reason':'Vu les pièces'}"),
            of(DISPATCH, "GET", "/road-closures", "dispatcher", "commander"),
            of(DISPATCH, "POST", "/road-closures", "dispatcher", "commander")
                    .sending(
                            "{'reason':'march','geometry':{'type':'LineString','coordinates':[[-7.6,33.5],[-7.6,33.6]]}}"),
            of(DISPATCH, "GET", "/road-closures/{id}", "dispatcher", "commander"),
            of(DISPATCH, "DELETE", "/road-closures/{id}", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/black-spots", "dispatcher", "commander", "analyst"),
            of(DISPATCH, "POST", "/black-spots/analysis", "commander", "analyst")
                    .sending(
                            "{'points':[{'latitude':34.02,'longitude':-6.83,'at':'{now}'}],'permutations':9,'seed':1}"),
            of(DISPATCH, "GET", "/patrol-plans", "dispatcher", "commander"),
            of(DISPATCH, "POST", "/patrol-plans", "dispatcher", "commander")
                    .sending("{'jurisdiction':'{territory}','from':'{now}','to':'{later}','places':[{'name':'Souk',"
                            + "'latitude':34.02,'longitude':-6.83,'from':'{now}','to':'{later}','visits':1}]}"),
            of(DISPATCH, "GET", "/patrol-plans/effect", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/patrol-plans/{id}", "dispatcher", "commander"),
            of(DISPATCH, "POST", "/patrol-plans/{id}/approval", "commander"),
            of(DISPATCH, "POST", "/patrol-plans/{id}/withdrawal", "commander")
                    .sending("{'reason':'Les unités sont appelées ailleurs'}"),
            of(DISPATCH, "GET", "/patrol-plans/{id}/dosage", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/patrol-plans/{id}/observations", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/patrol-visits", "unit1"),
            of(DISPATCH, "PUT", "/patrol-visits/{id}/observation", "dispatcher", "unit1")
                    .sending("{'kind':'NOTHING'}"),
            of(DISPATCH, "GET", "/callbacks", "partner-press", "commander", "auditor"),
            of(DISPATCH, "POST", "/callbacks", "partner-press"),
            of(DISPATCH, "GET", "/callbacks/{id}", "partner-press"),
            of(DISPATCH, "DELETE", "/callbacks/{id}", "partner-press", "commander"),
            of(DISPATCH, "POST", "/callbacks/{id}/secrets", "partner-press"),
            of(DISPATCH, "GET", "/incidents/export", "commander"),
            of(DISPATCH, "GET", "/incidents/exports", "commander", "auditor"),
            of(DISPATCH, "GET", "/escalation-policies", "dispatcher", "commander"),
            of(DISPATCH, "GET", "/escalation-policies/{jurisdiction}", "dispatcher", "commander"),
            of(DISPATCH, "PUT", "/escalation-policies/{jurisdiction}", "dispatcher", "commander")
                    .sending("{'stages':[]}"),
            of(DISPATCH, "GET", "/statistics/backlog", "commander"),
            of(DISPATCH, "POST", "/statistics/desk-exports", "commander").sending("{'format':'CSV'}"),
            of(DISPATCH, "GET", "/audit", AUDITORS),
            of(DISPATCH, "GET", "/audit/checkpoint", "auditor"),
            of(DISPATCH, "GET", "/audit/tile/{path}", "auditor"),
            of(DISPATCH, "GET", "/statistics/clocks", "commander", "auditor"),
            of(DISPATCH, "GET", "/statistics/clocks/{stage}/samples", "commander", "auditor"),
            of(DISPATCH, "GET", "/statistics/clocks/{stage}/samples.csv", "commander", "auditor"),
            of(DISPATCH, "GET", "/statistics/incident-stages", "commander", "auditor"),
            of(DISPATCH, "GET", "/statistics/incident-stages/{stage}/incidents", "commander", "auditor"),
            of(DISPATCH, "GET", "/statistics/incident-stages/{stage}/incidents.csv", "commander", "auditor"));

    /** What everybody reads, with a token or without. */
    static final Set<String> PUBLIC = Set.of(
            "INTAKE GET /public/receipts/{code}",
            "DISPATCH GET /public/black-spots",
            "DISPATCH GET /public/statistics",
            "DISPATCH GET /public/statistics.csv",
            "DISPATCH GET /public/communiques",
            "DISPATCH GET /public/communiques/feed.atom",
            "DISPATCH GET /public/communiques/{id}",
            "DISPATCH GET /public/communiques/{id}.cap");

    private static Endpoint of(Target target, String method, String path, String... accounts) {
        return of(target, method, path, Set.of(accounts));
    }

    private static Endpoint of(Target target, String method, String path, Set<String> accounts) {
        return new Endpoint(target, method, path, accounts, 403, "{}");
    }

    /** Of what lies in the compartment of internal affairs nobody else may learn that it exists. */
    private static Endpoint hidden(String method, String path) {
        return new Endpoint(Target.DISPATCH, method, path, Set.of("affairs"), 404, "{}");
    }

    /** A signature takes the place of a token, and nobody here has one. */
    private static Endpoint signed(String path) {
        return new Endpoint(INTAKE, "POST", path, Set.of(), 401, "{}");
    }

    private Endpoint sending(String quoted) {
        return new Endpoint(target, method, path, accounts, strangers, quoted.replace('\'', '"'));
    }

    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether it is about a thing of one territory, rather than of everybody, of one partner, of a signature's or a territory's. */
    boolean liesInATerritory() {
        return Stream.of("/answer-texts", "/audit", "/callbacks", "/escalation-policies", "/relevance/", "/statistics/")
                        .noneMatch(path::startsWith)
                && !path.endsWith("/deliveries");
    }

    /** Whether it would end what the other tests look at. */
    boolean takesAway() {
        return method.equals("DELETE") || path.endsWith("/reopening") || path.endsWith("/retraction");
    }

    /** Whether its answer goes on until the token expires. */
    boolean isStream() {
        return path.endsWith("/events");
    }

    /** Whether there is something to read only later in a case: these cases have not come that far. */
    boolean comesLater() {
        return path.endsWith("/referral-file") || path.contains("/still");
    }

    /** Whether it answers with something else than JSON that these tests read. */
    boolean isFile() {
        return path.endsWith("/referral-file")
                || path.endsWith("/still/content")
                || path.endsWith("/audit/checkpoint")
                || path.endsWith(".csv")
                || path.endsWith("/export");
    }

    boolean isUpload() {
        return path.endsWith("/media") || path.endsWith("/field-media");
    }

    /** The collections that one thing each is named of, such as {@code dossiers} and {@code verdict-proposals}. */
    Set<String> collections() {
        return PLACE.matcher(path).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    /** The path with the id of one thing for each collection. */
    String path(UnaryOperator<String> idOf) {
        return PLACE.matcher(path.replace("{duty}", "RIGHTS_READ"))
                .replaceAll(place -> place.group(1) + "/" + idOf.apply(place.group(1)));
    }

    /** The path with ids that nothing has. */
    String pathToNothing() {
        return path(collection -> switch (collection) {
            case "frames", "versions" -> "0";
            case "rights" -> "1";
            case "receipts" -> "BLG-0000-0000-0000-0000";
            case "escalation-policies" -> "XZ";
            case "clocks", "incident-stages" -> "NO_STAGE";
            default -> UUID.randomUUID().toString();
        });
    }

    /** Who gets which answer when the thing is hidden from all of them. */
    int whereHidden(String account) {
        return accounts.contains(account) ? 404 : strangers;
    }

    String operation() {
        return target + " " + method + " " + path;
    }

    @Override
    public String toString() {
        return operation();
    }
}
