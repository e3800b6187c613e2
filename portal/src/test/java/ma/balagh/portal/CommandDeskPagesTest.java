package ma.balagh.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.balagh.portal.suite.Browser;
import ma.balagh.portal.suite.FakeServices;
import ma.balagh.portal.suite.FakeSuite;
import ma.balagh.portal.suite.Ids;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeSuite.class)
class CommandDeskPagesTest {

    private static final String DESK = "/command-desk?lang=en";
    private static final String AWAY = "This part is not available";

    /** For people to look at. */
    private static final Path KEPT = Path.of("target", "command-desk");

    private final FakeServices services = FakeSuite.services();
    private final Browser commander = Browser.of("hind", "commander");

    @BeforeEach
    void ordinaryAnswers() {
        services.reset();
    }

    @Test
    void saysWhatIsAnsweredAndHowFast() {
        // When
        String page = commander.page(DESK);

        // Then
        assertThat(page)
                .containsSubsequence(
                        "Reports answered in time, last seven days",
                        "81%",
                        "81 of 100",
                        "Reports answered in time, seven days before",
                        "80%")
                .containsSubsequence("Reports waiting for too long", "class=\"bad\">14<")
                .contains("answered within 1 d.")
                .containsSubsequence("Without an answer", "<a href=\"/ageing\">1,207</a>", "over 7 days")
                .containsSubsequence(
                        "Longest without an answer first",
                        "href=\"/reports/" + Ids.REPORT,
                        "كريساج &lt;b&gt;قديم",
                        "its medium could not be fetched",
                        "The server says that it is gone for good");
        assertThat(services.last("GET /reports/weekly").query()).isEqualTo("weeks=8");
    }

    @Test
    void saysThatNoneWasAnsweredInTime() throws IOException {
        // Given
        services.answer(
                "GET /reports/weekly",
                200,
                FakeServices.resource("weekly-answers.json")
                        .replaceAll("\"withinTarget\": \\d+", "\"withinTarget\": 0"));

        // Then
        assertThat(commander.page(DESK))
                .containsSubsequence(">0%</a>", "0 of 100", ">0%</a>", "0 of 75", "id=\"weeks\"", "—", "<bdi>0%</bdi>");
        try (var document =
                Loader.loadPDF(commander.get("/command-desk/pdf?lang=en").asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("0 of 100 (0%)", "0 of 75 (0%)", "100 0 98 0 2 0%");
        }
    }

    @Test
    void drawsEachWeekInTheDirectionOfReadingAndSaysTheSameInATable() {
        assertThat(commander.page(DESK))
                .containsSubsequence(
                        "role=\"img\" aria-labelledby=\"chart-title chart-text\"",
                        "<title id=\"chart-title\">Reports of the last eight weeks",
                        "<desc id=\"chart-text\">One column for seven days",
                        "x=\"375.0\"",
                        ">140</text>",
                        "x=\"375.0\"",
                        ">25/11</text>",
                        "seven days until the day below it")
                .containsSubsequence(
                        "<summary>Reports of the last eight weeks",
                        "Seven days until",
                        "25 November",
                        "<td><span",
                        "140",
                        "81",
                        "9",
                        "40",
                        "10");
        assertThat(commander.page("/command-desk?lang=ar"))
                .containsSubsequence("x=\"25.0\"", ">140</text>", "سبعة أيام إلى غاية");
    }

    @Test
    void comparesStagesWithTheirTargetsAndTheWeekBefore() {
        // When
        String page = commander.page(DESK);

        // Then
        assertThat(page)
                .containsSubsequence(
                        "id=\"stage-PUBLISHED_TO_TAKEN_IN\"",
                        "30 min 0 s",
                        "75%",
                        "9 of 12",
                        "the same as before",
                        "75%",
                        "id=\"stage-TAKEN_IN_TO_SECURED\"",
                        "less than 1 s");
        assertThat(services.all("GET /statistics/clocks"))
                .extracting(FakeServices.Call::query)
                .satisfiesExactly(last -> assertThat(last).startsWith("from=").doesNotContain("to="));
    }

    @Test
    void saysWhatWaitsForWhomAndWhereItIsListed() {
        assertThat(commander.page(DESK))
                .containsSubsequence(
                        "id=\"waits-DOSSIER\"", "href=\"/ageing\">A dossier", "intake", "<strong>5</strong>")
                .containsSubsequence(
                        "id=\"waits-PROPOSAL\"",
                        "href=\"/dossiers?state=OPEN&amp;sort=urgency\">A proposed verdict",
                        "analysts",
                        "<strong>7</strong>",
                        "3</span>")
                .containsSubsequence("Stages in which nothing waits:", "The decision on a reopening")
                .doesNotContain("id=\"waits-REOPENING\"")
                .containsSubsequence(
                        "id=\"waits-UNIT\"", "href=\"/incidents?state=OPEN\"", "dispatchers", "<strong>4</strong>")
                .containsSubsequence(
                        "id=\"waits-REFERRAL\"", "href=\"/incidents?state=RESOLVED\"", "<strong>6</strong>")
                .containsSubsequence(
                        "id=\"waits-RIGHTS\"", "href=\"/incidents?state=MISSING_RIGHTS\"", "<strong>3</strong>")
                .containsSubsequence(
                        "id=\"waits-PATROL\"",
                        "href=\"/patrol-plans\">The approval of a patrol plan",
                        "commanders",
                        "<strong>2</strong>")
                .doesNotContain("SOMETHING_NEW", "nquir");
    }

    @ParameterizedTest
    @CsvSource({
        "ar,مراحل لا شيء ينتظر فيها:,البت في إعادة فتح ملف",
        "fr,Étapes où rien n’attend\u00a0:,La décision sur une réouverture"
    })
    void foldsWhatNothingWaitsForIntoOneLineAndLinksItsSections(String language, String nothing, String reason) {
        // When
        String page = commander.page("/command-desk?lang=" + language);

        // Then
        assertThat(page).containsSubsequence("id=\"idle\"", nothing, reason);
        for (String section :
                List.of("calls", "answers", "waiting", "publishing", "patrols", "places", "sources", "stages")) {
            assertThat(page)
                    .containsSubsequence("id=\"sections\"", "href=\"#" + section + "-title\"")
                    .contains("<h2 id=\"" + section + "-title\">");
        }
    }

    @Test
    void saysThatAnotherPersonApprovesWhatTheViewerWrote() {
        // Given
        services.answer(
                "GET /communiques",
                200,
                FakeServices.resource("communiques.json").replace("amal<b>", "hind"));

        // Then
        assertThat(commander.page(DESK))
                .containsSubsequence(
                        "Drafts that wait for another person",
                        "Written by <bdi>hind</bdi>",
                        "another person approves it",
                        "Published lately");
    }

    @Test
    void saysWhatWasPublishedAndWhoApproved() {
        assertThat(commander.page(DESK))
                .contains("href=\"/public/statistics?lang=en\">Public statistics</a>")
                .containsSubsequence(
                        "Drafts that wait for another person",
                        "Thefts in Casablanca",
                        "Written by <bdi>amal&lt;b&gt;</bdi>")
                .containsSubsequence(
                        "Published lately",
                        "Take care",
                        "Published\n",
                        "Written by <bdi>amal</bdi>",
                        "Approved by <bdi>badr</bdi>");
        assertThat(services.all("GET /communiques"))
                .extracting(FakeServices.Call::query)
                .satisfiesExactlyInAnyOrder(
                        drafts -> assertThat(drafts).contains("state=DRAFT"),
                        all -> assertThat(all).doesNotContain("state="));
    }

    @Test
    void namesFailingSourcesAndPlaces() {
        assertThat(commander.page(DESK))
                .containsSubsequence("Where it happens again", "<tr id=\"spot-")
                .containsSubsequence("Sources", "Failing", "Assabah &lt;b&gt;");
        assertThat(services.last("GET /sources").query()).contains("state=FAILING");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /reports/ageing,Reports of the last eight weeks",
        "GET /reports/weekly,over 7 days",
        "GET /dossiers/backlog,waits-UNIT",
        "GET /statistics/backlog,waits-PROPOSAL",
        "GET /statistics/clocks,waits-PROPOSAL",
        "GET /incidents,waits-PROPOSAL",
        "GET /sources/health,Assabah",
        "GET /black-spots,Take care",
        "GET /patrol-plans,waits-PROPOSAL",
        "GET /communiques,waits-PROPOSAL"
    })
    void keepsTheRestWhenAPartIsAway(String call, String rest) throws IOException {
        // Given
        services.answer(call, 503, "{}");

        // Then
        assertThat(commander.page(DESK)).contains(AWAY, rest);
        assertThat(commander.page("/command-desk/csv?lang=en")).contains("not available now");
        try (var document =
                Loader.loadPDF(commander.get("/command-desk/pdf?lang=en").asByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("not available now");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Patrols of the coming hours | Made by \u2068nadia\u2069 · Approved by \u2068badr\u2069 | Black spot, verified incidents in a year: 22 (rising)"
                        + " | Expected in 30 days at the plan’s hours: 1.9 | visits due: 3"
                        + " | Secured in advance, as \u2068nadia\u2069 asked: \u2068Match &lt;b&gt; Raja – Wydad\u2069 | secured in advance",
                "fr | Patrouilles des prochaines heures | Établi par \u2068nadia\u2069 · Approuvé par \u2068badr\u2069 | Point noir, faits vérifiés en un an\u00a0: 22 (en hausse)"
                        + " | Attendus en 30 jours aux heures du plan\u00a0: 1,9 | visites dues\u00a0: 3"
                        + " | Sécurisé à l’avance, à la demande de \u2068nadia\u2069\u00a0: \u2068Match &lt;b&gt; Raja – Wydad\u2069 | sécurisé à l’avance",
                "ar | دوريات الساعات المقبلة | أعدّها \u2068nadia\u2069 · اعتمدها \u2068badr\u2069 | نقطة سوداء، الوقائع المتحقَّق منها في سنة: 22 (في ارتفاع)"
                        + " | المتوقعة في 30 يومًا في ساعات الخطة: 1,9 | الزيارات المطلوبة: 3"
                        + " | تأمين وقائي مبرمج بطلب من \u2068nadia\u2069: \u2068Match &lt;b&gt; Raja – Wydad\u2069 | تأمين وقائي مبرمج"
            })
    void saysWherePatrolsGoNextAndWhy(
            String language,
            String title,
            String by,
            String happened,
            String expected,
            String due,
            String asked,
            String secured) {
        // Given
        answerWithPlans("APPROVED", Instant.now().minus(Duration.ofHours(1)));
        services.answer("GET /black-spots", 200, spotsOfThePlan());
        String plan = "/patrol-plans/" + Ids.PATROL_PLAN;

        // Then
        assertThat(commander.page("/command-desk?lang=" + language))
                .containsSubsequence(
                        title,
                        "href=\"" + plan + "\"",
                        by,
                        "href=\"" + plan + "#place-1\"",
                        "ساحة &lt;b&gt;",
                        "CASA-7",
                        happened,
                        expected,
                        due,
                        "href=\"" + plan + "#place-2\"",
                        asked);
        assertThat(commander.page("/command-desk/csv?lang=" + language))
                .contains(title, expected, secured, "Match <b> Raja – Wydad", "\"badr\"", "\"CASA-7")
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0[01]:00/");
        assertThat(services.all("GET /patrol-plans"))
                .extracting(FakeServices.Call::query)
                .anySatisfy(query -> assertThat(query).contains("state=APPROVED"));
    }

    @Test
    void saysWhichHoursOfAPlanNoUnitCovers() throws IOException {
        // Given: its units work at another time
        answerWithPlans("APPROVED", Instant.now().minus(Duration.ofHours(1)));

        // Then
        assertThat(commander.page(DESK)).contains("No unit has time from ");
        try (var document =
                Loader.loadPDF(commander.get("/command-desk/pdf?lang=en").asByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("No unit has time from ");
        }
    }

    /** Of which the first is a place of the plan. */
    private static String spotsOfThePlan() {
        return FakeServices.resource("black-spots.json").replaceFirst("89396b2c913ffff", "893936a8b27ffff");
    }

    @Test
    void saysWherePatrolsGoWithoutTheMapOfBlackSpots() {
        // Given
        answerWithPlans("APPROVED", Instant.now().minus(Duration.ofHours(1)));
        services.answer("GET /black-spots", 503, "{}");

        // Then
        assertThat(commander.page(DESK))
                .containsSubsequence(
                        "Patrols of the coming hours", "Black spot. Expected in 30 days at the plan’s hours");
    }

    @Test
    void namesPlansThatWaitForAnApproval() {
        // Given
        answerWithPlans("PROPOSED", Instant.now().plus(Duration.ofHours(20)));

        // Then
        assertThat(commander.page(DESK))
                .containsSubsequence(
                        "Patrols of the coming hours",
                        "id=\"proposed-" + Ids.PATROL_PLAN,
                        "waits for an approval",
                        "Made by \u2068nadia\u2069",
                        "Places: 2",
                        "ساحة &lt;b&gt;",
                        "Black spot. Expected in 30 days at the plan’s hours: 1.9",
                        "asked: \u2068Match &lt;b&gt; Raja – Wydad\u2069")
                .doesNotContain("No patrol is planned");
    }

    @Test
    void saysThatNoPatrolIsPlanned() {
        // Given one that is over, and one that is far off
        answerWithPlans("APPROVED", Instant.now().minus(Duration.ofHours(9)));
        assertThat(commander.page(DESK)).contains("No patrol is planned", "href=\"/patrol-plans/new\"");
        answerWithPlans("APPROVED", Instant.now().plus(Duration.ofHours(25)));

        // Then
        assertThat(commander.page(DESK)).contains("No patrol is planned").doesNotContain(Ids.PATROL_PLAN);
    }

    /** A plan of eight hours. */
    private void answerWithPlans(String state, Instant from) {
        services.answer("GET /patrol-plans", 200, tonight("patrol-plans.json", state, from));
        services.answer("GET /patrol-plans/" + Ids.PATROL_PLAN, 200, tonight("patrol-plan.json", state, from));
    }

    private static String tonight(String resource, String state, Instant from) {
        return FakeServices.resource(resource)
                .replaceFirst("2026-11-26T18:00:00.000Z", from.toString())
                .replaceFirst(
                        "2026-11-27T02:00:00.000Z",
                        from.plus(Duration.ofHours(8)).toString())
                .replace(
                        "\"state\": \"PROPOSED\"",
                        "\"state\": \"%s\", \"approvedAt\": \"%s\", \"approvedBy\": \"badr\"".formatted(state, from));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Command desk | Reports answered in time | What waits, and for whom | A proposed verdict | 9 of 12",
                "fr | Poste de commandement | Signalements ayant reçu | Ce qui attend, et de qui"
                        + " | Une proposition de qualification | 9 sur 12",
                "ar | مكتب القيادة | بلاغات أجيب عنها في الأجل | ما ينتظر، ومن المعني به | اقتراح تكييف | 12"
            })
    void isTakenAlongAsAPdfInTheLanguageOfThePage(
            String language, String title, String inTime, String waiting, String proposal, String withinTarget)
            throws IOException {
        // Given
        answerWithPlans("APPROVED", Instant.now().minus(Duration.ofHours(1)));
        services.answer("GET /incidents", 200, """
            {"items": [%s], "next": null}
            """.formatted(overdue(Ids.INCIDENT, "Maarif & <b>", "COMMANDER")));

        // When
        var file = commander.get("/command-desk/pdf?lang=" + language);

        // Then
        assertThat(file.header("Content-Disposition")).contains("command-desk.pdf");
        assertThat(file.contentType()).isEqualTo("application/pdf");
        byte[] pdf = file.asByteArray();
        Files.createDirectories(KEPT);
        Files.write(KEPT.resolve(language + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .containsSubsequence(title, inTime, "Maarif & <b>", waiting, proposal, withinTarget, "CASA-7")
                    .contains("Assabah <b>", "hind")
                    .doesNotContain("&lt;", "[U+")
                    .doesNotContainPattern("[\\u064B-\\u0652]");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            for (var font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\uffff", "\\ufffe", "\\u000b", "\\ud800"})
    void isTakenAlongAsAPdfWhateverATitleSays(String escape) throws IOException {
        // Given
        services.answer(
                "GET /incidents", 200, """
            {"items": [%s], "next": null}
            """.formatted(overdue(Ids.INCIDENT, "Maa" + escape + "rif", "COMMANDER")));

        // When
        var file = commander.get("/command-desk/pdf?lang=en");

        // Then
        assertThat(file.statusCode()).isEqualTo(200);
        try (var document = Loader.loadPDF(file.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).containsPattern("Maa.{0,9}rif");
        }
    }

    @Test
    void numbersThePagesOfThePdf() throws IOException {
        try (var document =
                Loader.loadPDF(commander.get("/command-desk/pdf?lang=en").asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Page 1 of " + document.getNumberOfPages(), "Page 2 of " + document.getNumberOfPages());
        }
    }

    @ParameterizedTest
    @CsvSource({"csv,CSV", "pdf,PDF"})
    void handsOutNoFileThatIsNotNoted(String path, String format) {
        // When
        commander.get("/command-desk/" + path);

        // Then
        assertThat(services.last("POST /statistics/desk-exports").body()).isEqualTo("{\"format\":\"" + format + "\"}");

        // When
        services.answer("POST /statistics/desk-exports", 503, "{}");

        // Then
        assertThat(commander.get("/command-desk/" + path).statusCode()).isEqualTo(503);
    }

    @Test
    void listsTheIncidentsForWhichTheCommanderWasCalled() {
        // Given: for one of two that are overdue
        services.answer("GET /incidents", 200, """
            {"items": [%s, %s], "next": null}
            """.formatted(
                        overdue(Ids.INCIDENT, "Maarif <b>", "COMMANDER"), overdue(Ids.DOSSIER, "Anfa", "SUPERVISOR")));

        // Then
        for (String page : List.of(DESK, "/command-desk/calls?lang=en")) {
            assertThat(commander.page(page))
                    .containsSubsequence(
                            "data-stream=\"/incidents/events\"",
                            "Called to the commander",
                            "href=\"/incidents/" + Ids.INCIDENT + "\"",
                            "Maarif &lt;b&gt;",
                            "Commander called. Overdue: Maarif &lt;b&gt;")
                    .doesNotContain("Anfa");
        }
        assertThat(services.last("GET /incidents").query()).contains("overdue=true");
        assertThat(commander.page(DESK)).contains("data-alarm-sound", "data-stream-from=");
        services.answer("GET /incidents", 503, "{}");
        assertThat(commander.page(DESK)).contains(AWAY, "waits-PROPOSAL");
    }

    private static String overdue(String id, String place, String step) {
        return """
            {"id": "%s", "dossierId": "%s", "jurisdiction": "MA-CAS", "severity": 3, "state": "OPEN", "place": "%s",
             "openedAt": "2026-11-24T21:30:00.000Z", "clocks": [{"stage": "OPEN_TO_ASSIGNED",
             "startedAt": "2026-11-24T21:30:00.000Z", "targetAt": "2026-11-24T21:31:00.000Z", "overdue": true,
             "escalated": [{"step": "%s", "at": "2026-11-24T21:35:00.000Z"}]}]}
            """.formatted(id, Ids.DOSSIER, place, step);
    }

    @Test
    void isWholeWhenNothingIsAway() {
        assertThat(commander.page(DESK)).doesNotContain(AWAY);
    }

    @Test
    void givesTheFiguresAsAFileInTheLanguageOfThePage() {
        // Given
        services.answer(
                "GET /communiques",
                200,
                FakeServices.resource("communiques.json").replace("Take care", "=HYPERLINK(\\\"x\\\");=1+1"));

        // When
        var file = commander.get("/command-desk/csv?lang=en");

        // Then
        assertThat(file.header("Content-Disposition")).contains("command-desk.csv");
        assertThat(file.contentType()).startsWith("text/csv");
        assertThat(file.asString())
                .startsWith("\uFEFF\"Part\",\"Item\",\"Figure\",\"Value\"")
                .contains(
                        "\"What waits, and for whom\",\"A proposed verdict\",\"For too long\",3\n",
                        "\"The oldest\",2026-11-25T09:30:00+01:00\n",
                        "\"How fast, stage by stage\",\"Published until taken in\",\"Target (seconds)\",1800.0\n",
                        "\"Published lately\",\"'=HYPERLINK(\"\"x\"\");'=1+1 (0C0302)\",\"Approved by\",\"badr\"\n")
                .doesNotContain("&lt;", "&quot;", "\n\n");
        assertThat(commander.page("/command-desk/csv?lang=ar")).contains("\"الجزء\"", "اقتراح تكييف");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "dispatcher", "analyst", "intake-officer"})
    void isNoBusinessOfTheOthers(String role) {
        assertThat(Browser.of("somebody", role).get("/command-desk").statusCode())
                .isEqualTo(403);
        assertThat(Browser.of("somebody", role).get("/command-desk/calls").statusCode())
                .isEqualTo(403);
        assertThat(Browser.of("somebody", role).get("/command-desk/csv").statusCode())
                .isEqualTo(403);
        assertThat(Browser.of("somebody", role).get("/command-desk/pdf").statusCode())
                .isEqualTo(403);
        assertThat(services.calls()).doesNotContain("POST /statistics/desk-exports");
    }
}
