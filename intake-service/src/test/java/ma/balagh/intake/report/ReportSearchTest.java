package ma.balagh.intake.report;

import static ma.balagh.intake.People.CASABLANCA_OFFICER;
import static ma.balagh.intake.People.INTERNAL_AFFAIRS;
import static ma.balagh.intake.People.OFFICER;
import static ma.balagh.intake.People.OTHER_PARTNER;
import static ma.balagh.intake.People.PARTNER;
import static ma.balagh.intake.People.RABAT_OFFICER;
import static ma.balagh.intake.People.as;
import static ma.balagh.persistence.NamedValueBinder.bind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import ma.balagh.http.Jurisdictions;
import ma.balagh.intake.Clips;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import ma.balagh.platform.test.TestTokens;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
final class ReportSearchTest {

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    Database database;

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    Session session;

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    AgroalDataSource dataSource;

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the test platform.
    ReportWordScheduler words;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            forms of alef             | وقعت في أكادير الإعتداءات     | اكادير اعتداء
            a hamza that is added     | كان اعتدا في النهار           | الاعتداء
            hamza on its seat         | مسؤول قرب شاطئ                | مسوول شاطي
            a hamza that is left out  | القضاء بالدار البيضاء          | القضا البيضا
            alef maqsura for ya       | يحيى في المستشفى              | يحيي المستشفي
            ta marbuta for ha         | شقيقة الضحية                  | شقيقه الضحيه
            tatweel                   | عصـــابة                      | عصابة
            tatweel in the query      | متسولة                        | متـــسولة
            diacritics                | مُحَاكَمَةٌ                   | محاكمة
            presentation forms        | ﻣﺮﺍﻛﺶ                         | مراكش
            Moroccan letters          | ݣلميم                         | كلميم
            Arabic-Indic digits       | الطريق ١٤٧٨                   | 1478
            European digits           | route 2589                    | ٢٥٨٩
            Persian digits            | route 3690                    | ۳۶۹۰
            case                      | TEMARA                        | temara
            accents                   | Séquestration à Témara        | sequestration temara
            accents in the query      | enlevement a Sale             | Enlèvement à Salé
            ligatures                 | des œuvres                    | oeuvre
            plural and article        | السرقات قرب المدرسة           | سرقة مدرسات
            French endings            | ils agressaient des passantes | agresser passante
            an elided article         | ils ont arraché l'autoradio   | d'autoradio
            Darija with digits        | 3tawh 9ar3a dyal lma          | 9ar3a 3tawh
            hashtags                  | #سرقة_بالنشل هنا              | سرقة النشل
            """)
    void findsWhatIsWrittenOtherwise(String what, String text, String query) {
        // Given
        TestTokens partner = somePartner();
        String id = report(partner, text, "");
        // Then
        assertThat(found(partner, query)).as(what).containsExactly(id);
        assertThat(found(partner, query + " xylophone")).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the query's word is misspelt | Karim Benjelloun a été vu    | Benjeloun
            a letter too many            | Karim Benchekroun a été vu   | Benchekkroun
            letters changed places       | devant Mohammedia            | Mohamemdia
            the report's word is         | Agresion à Taghazout         | agression
            in Arabic                    | قرب حي الزيتونة              | الزيتونه الزيتنة
            an Arabic name               | محمد بنجلون                  | بنجلوون
            in Darija                    | kressage f derb              | kresage
            """)
    void findsWhatIsMisspelt(String what, String text, String query) {
        // Given
        TestTokens partner = somePartner();
        String id = report(partner, text, "");
        words.learn();
        // Then
        assertThat(found(partner, query)).as(what).containsExactly(id);
    }

    /** Each word with each sign before, behind and within it, in the scripts that reports mix. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s،",
                "%s؛",
                "%s؟",
                "«%s»",
                "«%s",
                "%s»",
                "“%s”",
                "‘%s’",
                "(%s)",
                "[%s].",
                "%s…",
                "%s!",
                "%s:",
                "–%s–",
                "l’%s",
                "d'%s",
                "qu’%s",
                "l\u02bc%s",
                "%s’s",
                "%s/%s",
                "%s-%s",
                "%s_%s",
                "#%s",
                "@%s",
                "%s\u00a0!",
                "٪%s",
                "%s٫%s",
                "\u200f%s\u200e",
                "%s\u00adx",
                "•%s",
                "%s→%s",
                "%s°",
                "€%s",
                "%s+%s",
                "%s=%s",
                "%s,%s",
                "%s.%s",
                "&%s;",
                "*%s*"
            })
    void findsEveryWordAsItIsPrinted(String form) {
        // Given
        TestTokens partner = somePartner();
        for (String word : List.of("الزرقطوني", "arraché", "Élodie", "s7ab", "1478", "œuvre", "مُحَاكَمَةٌ")) {
            String printed = form.replace("%s", word);
            String id = report(partner, "قبل " + printed + " apres", "");
            // Then
            assertThat(found(partner, printed)).as(printed).contains(id);
            if (!form.contains("%s\u00adx")) {
                assertThat(found(partner, word)).as("%s in %s", word, printed).contains(id);
            }
        }
    }

    @Test
    void findsWhatPagesPrintToNameThings() {
        // Given
        TestTokens partner = somePartner();
        Filed filed = Filed.by(partner, "{\"channel\": \"PRESS\", \"text\": \"x\"}");
        Filed told =
                Filed.by(partner, "{\"channel\": \"PRESS\", \"text\": \"voir %s (suite)\"}".formatted(filed.receipt()));
        String evidence = filed.medium(partner, Clips.mp4()).toString();
        String digest = as(partner)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .extract()
                .path("media[0].sha256");
        String id = filed.id().toString();
        // Then
        assertThat(found(partner, filed.receipt())).containsExactly(told.id().toString(), id);
        assertThat(found(
                        partner,
                        filed.receipt().toLowerCase(java.util.Locale.ROOT).replace("-", "")))
                .contains(id);
        for (String named : List.of(id, shortId(id), evidence, shortId(evidence), digest, digest.substring(0, 12))) {
            assertThat(found(partner, named)).as(named).containsExactly(id);
            assertThat(found(partner, named + "، xylophone")).isEmpty();
            assertThat(found(OTHER_PARTNER, named)).isEmpty();
        }
    }

    @Test
    void findsTheDigestOfBytesThatSomebodyElseBroughtBefore() {
        // Given
        byte[] bytes = Clips.mp4();
        Filed.by(PARTNER, "{\"channel\": \"PRESS\", \"text\": \"x\"}").medium(PARTNER, bytes);
        TestTokens partner = somePartner();
        Filed filed = Filed.by(partner, "{\"channel\": \"PRESS\", \"text\": \"x\"}");
        filed.medium(partner, bytes);
        String digest = as(partner)
                .get("/api/v1/reports/" + filed.id())
                .then()
                .extract()
                .path("media[0].sha256");
        // Then
        assertThat(found(partner, digest)).containsExactly(filed.id().toString());
        assertThat(found(partner, digest.substring(0, 12)))
                .containsExactly(filed.id().toString());
    }

    private static String shortId(String id) {
        return id.substring(id.length() - 6).toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void doesNotTakeAShortWordThatIsKnownForAnother() {
        // Given
        TestTokens partner = somePartner();
        String car = report(partner, "سيارة voiture", "");
        String visit = report(partner, "زيارة toiture", "");
        words.learn();
        // Then
        assertThat(found(partner, "سيارة")).containsExactly(car);
        assertThat(found(partner, "زيارة")).containsExactly(visit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hespress.com/123",
                "HESPRESS.com/1234",
                "https://www.hespress.com/1234567-vol_a.html",
                "press.com/1234567-vol_a",
                "hespress",
                "hespress.com",
                "hespress.com/123 vidéo",
                "le360.ma or hespress.com"
            })
    void findsPartsOfAnAddress(String query) {
        // Given
        TestTokens partner = somePartner();
        String id = report(partner, "La vidéo", "https://www.hespress.com/1234567-vol_a.html");
        report(partner, "Une autre", "https://www.example.org/98765-volXa.html");
        String told = report(partner, "Vidéo vue sur hespress.com/123 et le360.ma", "");
        // Then
        assertThat(found(partner, query)).contains(id).doesNotHaveDuplicates();
        assertThat(found(partner, "hespress.com/123")).containsExactly(told, id);
        assertThat(found(partner, "/1234567-volXa")).isEmpty();
    }

    @Test
    void findsByTitleAndPlace() {
        // Given
        TestTokens partner = somePartner();
        String id = Filed.by(partner, """
                        {"channel": "PRESS", "title": "Braquage", "text": "-", "claim": {"place": "شارع الزرقطوني"}}
                        """).id().toString();
        // Then
        assertThat(found(partner, "braquages الزرقطوني")).containsExactly(id);
    }

    @Test
    void understandsQuotesOrAndMinus() {
        // Given
        TestTokens partner = somePartner();
        String knife = report(partner, "vol à l'arme blanche", "");
        String van = report(partner, "vol d'une camionnette blanche, sans arme", "");
        // Then
        assertThat(found(partner, "arme blanche")).containsExactly(van, knife);
        assertThat(found(partner, "\"arme blanche\"")).containsExactly(knife);
        assertThat(found(partner, "vol -camionnette")).containsExactly(knife);
        assertThat(found(partner, "vol -\"arme blanche\"")).containsExactly(van);
        assertThat(found(partner, "camionnettes OR xylophone")).containsExactly(van);
        assertThat(found(partner, "-vol")).isEmpty();
    }

    @Test
    void takesOneOrTwoSignsForAWholeWord() {
        // Given
        TestTokens partner = somePartner();
        String id = report(partner, "ش 7 f derb", "");
        // Then
        assertThat(found(partner, "ش")).containsExactly(id);
        assertThat(found(partner, "٧ f")).containsExactly(id);
        assertThat(found(partner, "de")).isEmpty();
        assertThat(found(partner, "%")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%_\\%_\\%_\\",
                "\" or - \" or - ",
                "((((((&|!:*<->'\\",
                "-a or b \"c d\" %_\\ e/f.g ",
                "a%/b_.c\\",
                "vol or -",
                "\uD83D\uDE00\u200F\u0640"
            })
    void answersAHostileQueryBeforeTheDatabaseGivesUp(String signs) {
        String query = signs.repeat(200 / signs.length());
        // A search that takes longer than a statement may is answered with 422.
        assertThat(found(OFFICER, query)).isNotNull();
    }

    @Test
    void showsNothingMoreToWhoeverSearches() {
        // Given
        String word = "Zz" + UUID.randomUUID().toString().replaceAll("[0-9-]", "x");
        String id = report(PARTNER, word, "", "MA-CAS");
        // Then
        assertThat(found(OFFICER, word)).containsExactly(id);
        assertThat(found(CASABLANCA_OFFICER, word)).containsExactly(id);
        assertThat(found(PARTNER, word)).containsExactly(id);
        assertThat(found(RABAT_OFFICER, word)).isEmpty();
        assertThat(found(OTHER_PARTNER, word)).isEmpty();
        // When
        database.execute("update report set forwarded = true where id = ?", UUID.fromString(id));
        // Then
        assertThat(found(OFFICER, word)).isEmpty();
        assertThat(found(INTERNAL_AFFAIRS, word)).containsExactly(id);
    }

    @Test
    @Transactional
    void narrowsJustAsTheWholeConditionDoes() {
        // Given
        report(PARTNER, "Casablanca", "", "MA-CAS");
        report(OTHER_PARTNER, "Rabat", "", "MA-RAB-AGDAL");
        List<ReportAudience> people = List.of(
                new ReportAudience(true, null, List.of(), true),
                new ReportAudience(false, "partner-app", List.of(), false),
                new ReportAudience(
                        false, "partner-app", Jurisdictions.of("MA-CAS").patterns(), false),
                new ReportAudience(
                        false, null, Jurisdictions.of("MA-CAS", "MA-RAB").patterns(), false),
                new ReportAudience(false, null, Jurisdictions.of("MA").patterns(), true),
                new ReportAudience(false, null, List.of(), true));
        for (ReportAudience person : people) {
            // When
            var narrowed = new QueryConditionBuilder();
            person.narrow(narrowed);
            List<UUID> shown = bind(
                            narrowed.values(),
                            session.createNativeQuery(
                                    "select id from report where " + narrowed.sql() + " order by id", UUID.class))
                    .getResultList();
            // Then
            assertThat(shown)
                    .isEqualTo(bind(
                                    person.values(),
                                    session.createNativeQuery(
                                            "select id from report where " + ReportAudience.SEE_REPORT + " order by id",
                                            UUID.class))
                            .getResultList());
        }
    }

    @Test
    void refusesASearchThatTakesTooLong() throws SQLException {
        // Given
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table report_word in access exclusive mode");
            }
            // Then
            as(OFFICER)
                    .get("/api/v1/reports?q=agression")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/search-too-long"));
            connection.rollback();
        }
        as(OFFICER).get("/api/v1/reports?q=agression").then().statusCode(200);
    }

    private static TestTokens somePartner() {
        return TestTokens.of("partner-" + UUID.randomUUID(), ma.balagh.http.Roles.PARTNER);
    }

    private static String report(TestTokens person, String text, String url) {
        return report(person, text, url, "MA");
    }

    private static String report(TestTokens person, String text, String url, String jurisdiction) {
        return Filed.by(person, """
                        {"channel": "PRESS", "text": "%s", %s "jurisdiction": "%s"}
                        """.formatted(text, url.isEmpty() ? "" : "\"url\": \"" + url + "\",", jurisdiction))
                .id()
                .toString();
    }

    private static List<String> found(TestTokens person, String query) {
        return as(person)
                .queryParam("q", query)
                .get("/api/v1/reports")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }
}
