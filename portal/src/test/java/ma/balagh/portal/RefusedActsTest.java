package ma.balagh.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.portal.suite.Chromium;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import ma.balagh.portal.suite.Templates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A refused form says why on its page and keeps what was typed. EveryPageIT tries the same against the real services. */
@QuarkusTest
@WithTestResource(FakeSuite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedActsTest {

    private static final String INQUIRY = "/inquiries/01985a00-0000-7000-8000-000000001a01";
    private static final Pattern FORM = Pattern.compile("<form(?:[^>{]|\\{[^}]*})*method=\"post\"");
    private static final Pattern ACTION = Pattern.compile("action=\"((?:[^\"{]|\\{[^}]*})*)\"");

    private static final String DOSSIER = "/dossiers/" + Ids.DOSSIER;
    private static final String INCIDENT = "/incidents/" + Ids.INCIDENT;
    private static final String COMMUNIQUE = "/communiques/" + Ids.COMMUNIQUE;
    private static final String PATROL_PLAN = "/patrol-plans/" + Ids.PATROL_PLAN;
    private static final String EXAMINATION = "/examinations/" + Ids.EXAMINATION;

    /** Addresses to which a form was sent. */
    private static final Set<String> TRIED = new ConcurrentSkipListSet<>();

    private static Chromium chromium;

    private final FakeServices services = FakeSuite.services();

    /** @param state what is there before the page is opened */
    record Visit(String path, String role, Map<String, String> state) {

        Visit(String path, String role) {
            this(path, role, Map.of());
        }
    }

    static Stream<Visit> pagesWithForms() {
        return Stream.of(
                new Visit("/reports/new", "intake-officer"),
                new Visit("/reports", "intake-officer"),
                new Visit("/reports", "analyst"),
                new Visit("/reports/" + Ids.REPORT, "intake-officer"),
                new Visit(
                        "/reports/" + Ids.REPORT, "intake-officer", Map.of("/reports/" + Ids.REPORT, answeredByRule())),
                new Visit("/sources/new", "intake-officer"),
                new Visit("/sources/" + Ids.SOURCE, "intake-officer"),
                new Visit("/sources/" + Ids.SOURCE + "/change", "intake-officer"),
                new Visit("/sources/" + Ids.WEBHOOK, "intake-officer"),
                new Visit("/items/" + Ids.ITEM, "intake-officer"),
                new Visit("/items/terms", "intake-officer"),
                new Visit("/items/terms/new", "intake-officer"),
                new Visit("/items/terms/term?term=vol&language=fr", "intake-officer"),
                new Visit("/items/terms/trial", "intake-officer"),
                new Visit("/missing-media/" + Ids.LINK, "intake-officer"),
                new Visit("/answer-texts/RESOLVED.ARRESTED", "intake-officer"),
                new Visit(
                        "/answer-texts/RESOLVED.ARRESTED",
                        "commander",
                        Map.of("/answer-texts/RESOLVED.ARRESTED", proposed())),
                new Visit(DOSSIER, "judicial-officer"),
                new Visit(DOSSIER, "analyst", Map.of(DOSSIER, openDossier())),
                new Visit(DOSSIER, "judicial-officer", Map.of(DOSSIER, dossier("CONCLUDED"))),
                new Visit(DOSSIER, "judicial-officer", Map.of(DOSSIER, reopening())),
                new Visit(EXAMINATION, "analyst"),
                new Visit("/renditions/" + Ids.RENDITION, "analyst"),
                new Visit("/known-footage/" + Ids.KNOWN, "analyst"),
                new Visit("/known-footage/search", "analyst"),
                new Visit("/units/new", "dispatcher"),
                new Visit("/units/" + Ids.UNIT, "dispatcher"),
                new Visit("/units/" + Ids.UNIT + "/change", "dispatcher"),
                new Visit("/help-requests", "dispatcher"),
                new Visit("/incidents/joint", "dispatcher"),
                new Visit("/escalation-policies/of?jurisdiction=MA-CAS", "commander"),
                new Visit(INCIDENT, "dispatcher"),
                new Visit(INCIDENT, "dispatcher", Map.of(INCIDENT, FakeServices.resource("incident-planned.json"))),
                new Visit(INCIDENT, "dispatcher", Map.of(INCIDENT, attended())),
                new Visit(INCIDENT, "dispatcher", Map.of(INCIDENT, resolved())),
                new Visit(INCIDENT, "dispatcher", Map.of(INCIDENT, withdrawn())),
                new Visit(INCIDENT, "commander", Map.of(INCIDENT, resolved())),
                new Visit("/exchange", "commander"),
                new Visit("/run-cards/new", "commander"),
                new Visit("/communiques/new", "commander"),
                new Visit(COMMUNIQUE, "commander"),
                new Visit(COMMUNIQUE, "commander", Map.of(COMMUNIQUE, checkedCommunique())),
                new Visit(COMMUNIQUE, "commander", Map.of(COMMUNIQUE, approvedCommunique())),
                new Visit("/patrol-plans/new", "commander"),
                new Visit(PATROL_PLAN, "commander", Map.of(PATROL_PLAN, planAhead())),
                new Visit("/road-closures", "dispatcher"),
                new Visit("/road-closures/new", "dispatcher"),
                new Visit("/court-decisions/" + Ids.INCIDENT, "judicial-officer"),
                new Visit(INQUIRY, "internal-affairs", Map.of(INQUIRY, inquiry("\"OPEN\""))),
                new Visit(INQUIRY, "internal-affairs", Map.of(INQUIRY, inquiry("""
                        "OPEN", "proposal": {"finding": "SUBSTANTIATED", "reason": "seen", "by": "samira",
                          "at": "2026-11-26T09:00:00.000Z"}"""))),
                new Visit(INQUIRY, "internal-affairs", Map.of(INQUIRY, inquiry("""
                        "CLOSED", "closing": {"finding": "SUBSTANTIATED", "reason": "seen", "proposedBy": "idris",
                          "by": "samira", "at": "2026-11-26T09:00:00.000Z"},
                        "hold": {"reason": "a court asks", "by": "samira", "at": "2026-11-26T09:00:00.000Z"}"""))));
    }

    /** One that is not over. */
    private static String planAhead() {
        return FakeServices.resource("patrol-plan.json").replace("2026-11-27T02:00", "2999-11-27T02:00");
    }

    /** By somebody else, with nothing open. */
    private static String checkedCommunique() {
        return FakeServices.resource("communique.json")
                .replace("\"openFindings\": 1", "\"openFindings\": 0")
                .replace("\"approvable\": false", "\"approvable\": true");
    }

    private static String approvedCommunique() {
        return FakeServices.resource("communique.json")
                .replace("\"DRAFT\"", "\"APPROVED\", \"publishedAt\": \"2026-11-29T09:30:00Z\"")
                .replace("\"editable\": true", "\"editable\": false");
    }

    private static String inquiry(String state) {
        return FakeServices.resource("inquiry.json").replaceFirst("\"OPEN\"", state);
    }

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterEach
    void closePages() {
        chromium.closePages();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @MethodSource("pagesWithForms")
    @Order(1)
    void saysWhatIsRefusedAndKeepsWhatIsTyped(Visit visit) {
        expectRefusalsSaid(visit, 400, 409);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("pagesWithForms")
    @Order(2)
    void saysEveryKindOfRefusal(Visit visit) {
        expectRefusalsSaid(visit, 403, 412, 428, 500);
    }

    private void expectRefusalsSaid(Visit visit, int... statuses) {
        Page page = open(visit);
        for (int status : statuses) {
            services.refuseActs(status, """
                {"type": "/problems/of-a-test", "title": "Refused", "status": %d, "detail": "It is refused %d times.",
                 "violations": []}
                """.formatted(status, status));
            expectSaid(page, ":not(.purpose)", visit + " " + status);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("pagesWithForms")
    @Order(2)
    void saysThatNothingIsReachedOrThatTheSessionIsOver(Visit visit) {
        Page page = open(visit);
        answerActs(page, Route::abort);
        expectSaid(page, "", visit + " away");
        answerActs(page, route -> route.fulfill(new FulfillOptions().setStatus(499)));
        expectSaid(page, "", visit + " session over");
        answerActs(
                page, route -> route.fulfill(new FulfillOptions().setStatus(502).setBody("<html>a proxy</html>")));
        expectSaid(page, "", visit + " proxy");
    }

    @ParameterizedTest
    @CsvSource({
        "analyst,/dossiers/" + Ids.DOSSIER,
        "analyst,/examinations/" + Ids.EXAMINATION,
        "analyst,/renditions/" + Ids.RENDITION,
        "intake-officer,/reports/" + Ids.REPORT
    })
    @Order(2)
    void saysThatMediaAreNotShown(String role, String path) {
        Page page = open(new Visit(path, role));
        for (int status : List.of(403, 404, 503)) {
            services.answer(
                    "GET " + path, status, "{\"type\": \"/problems/of-a-test\", \"status\": %d}".formatted(status));
            expectSaid(page, ".purpose", path + " " + status);
        }
    }

    @Test
    @Order(3)
    void saysWhatIsRefusedOfTheFormsBehindAPurpose() {
        // Given
        Page page = open(new Visit(EXAMINATION, "analyst"));
        page.fill("input[name=purpose]", "Examen du dossier");
        page.click(".purpose button");
        assertThat(page.locator(".renditions form")).isVisible();
        String redaction = page.locator("a[href*=redaction]").getAttribute("href");
        services.refuseActs(409, "{\"type\": \"/problems/conflict\", \"status\": 409}");

        // When / Then
        expectSaid(page, "", "order");
        page.navigate(redaction);
        expectSaid(page, "", "redaction");
    }

    /** Runs after the others, and knows what they tried. */
    @Test
    @Order(4)
    void triesTheFormsOfAllTemplates() {
        Set<String> untried = Templates.matching(FORM).entrySet().stream()
                .filter(form -> !form.getKey().startsWith("shell/"))
                // The public's, without scripts: PublicReceiptPagesTest.
                .filter(form -> !form.getKey().startsWith("receipt/"))
                // A phone keeps its acts: OfflineTest, PhotoTest.
                .filter(form -> !form.getKey().startsWith("assignment/")
                        && !form.getKey().startsWith("photo/"))
                .map(form -> form.getValue().group())
                .map(form -> {
                    var action = ACTION.matcher(form);
                    return action.find() ? action.group(1) : form;
                })
                .filter(action -> TRIED.stream().noneMatch(pattern(action).asMatchPredicate()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(untried).isEmpty();
    }

    private Page open(Visit visit) {
        visit.state().forEach((path, json) -> services.answer("GET " + path, 200, json));
        Page page = chromium.pageOf(visit.role());
        page.addInitScript(FakeServices.text("/browser/person.js"));
        page.navigate(visit.path());
        return page;
    }

    private static void answerActs(Page page, Consumer<Route> answer) {
        page.unrouteAll();
        page.route("**", route -> {
            if (route.request().method().equals("POST")) {
                answer.accept(route);
            } else {
                route.resume();
            }
        });
    }

    private static void expectSaid(Page page, String forms, String when) {
        var acts = (List<?>) page.evaluate("forms => person.refused(forms)", forms);
        for (Object each : acts) {
            var act = new HashMap<Object, Object>((Map<?, ?>) each);
            TRIED.add(String.valueOf(act.get("action")));
            assertThat(String.valueOf(act.get("said"))).as("%s: %s", when, act).isNotBlank();
            assertThat(act.get("kept")).as("%s: %s", when, act).isEqualTo(true);
        }
    }

    /** What a template's address may become. */
    private static Pattern pattern(String action) {
        String either = action.replaceAll("\\{#if [^}]*}.*?\\{/if}", "{either}");
        return Pattern.compile(
                Stream.of(either.split("\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static String dossier(String state) {
        return FakeServices.resource("dossier.json").replace("\"state\": \"PROPOSED\"", "\"state\": \"" + state + "\"");
    }

    /** With evidence enough to separate some. */
    private static String openDossier() {
        String dossier = dossier("OPEN").replaceFirst("\"proposals\": \\[.*\\],\n", "\"proposals\": [],\n");
        int evidence = dossier.indexOf("\"evidence\": [") + "\"evidence\": [".length();
        return dossier.substring(0, evidence) + """
            {"id": "%s", "sha256": "00", "size": 1, "mediaType": "image/png", "receivedAt": "2026-11-24T20:10:00.000Z",
             "reportIds": []},
            """.formatted(Ids.OTHER_EVIDENCE) + dossier.substring(evidence);
    }

    private static String reopening() {
        return dossier("CONCLUDED").replaceFirst("\\{", """
                {"reopenings": [{"id": "%s", "reason": "la date", "proposedBy": "samir",
                 "proposedAt": "2026-11-25T08:00:00.000Z"}],
                """.formatted(Ids.REPORT));
    }

    private static String proposed() {
        return FakeServices.resource("answer-text.json").replaceFirst("\\{", """
                {"proposal": {"id": "%s", "proposedBy": "omar", "proposedAt": "2026-11-25T08:00:00.000Z",
                 "text": {"ar": "نص", "fr": "Un texte", "en": "Proposed words"}},
                """.formatted(Ids.REPORT));
    }

    private static String answeredByRule() {
        return FakeServices.resource("report.json").replaceFirst("\\{", """
                {"rule": {"dossierId": "%s", "stopped": false},
                """.formatted(Ids.DOSSIER));
    }

    private static String attended() {
        return FakeServices.resource("incident-assigned.json")
                .replace("\"state\": \"ASSIGNED\"", "\"state\": \"ON_SCENE\"")
                .replace(
                        "\"status\": \"ASSIGNED\"",
                        "\"status\": \"ON_SCENE\", \"onSceneAt\": \"2026-11-24T21:40:00.000Z\"");
    }

    private static String resolved() {
        return FakeServices.resource("incident.json")
                .replace("\"OPEN\"", "\"RESOLVED\"")
                .replace("\"outcome\": null", """
                    "outcome": {"kind": "ARRESTED", "persons": 1, "at": "2026-11-24T22:00:00.000Z", "by": "karim"}
                    """);
    }

    private static String withdrawn() {
        return FakeServices.resource("incident.json")
                .replaceFirst("\\{", "{\"verdictWithdrawnAt\": \"2026-11-25T09:00:00Z\",");
    }
}
