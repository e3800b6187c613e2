package ma.balagh.dispatch.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.intake.AnswerKind;
import ma.balagh.contracts.intake.AnswerWithdrawn;
import ma.balagh.contracts.intake.Channel;
import ma.balagh.contracts.intake.ReportAnswered;
import ma.balagh.contracts.intake.ReportReceived;
import ma.balagh.dispatch.Database;
import ma.balagh.dispatch.clock.Stage;
import ma.balagh.persistence.ServiceWorkRunner;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class CampaignTest {

    private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

    /** Not published yet when tests begin, and that month before it that is. */
    private final YearMonth now = YearMonth.now(ZONE);

    private final YearMonth past = now.minusMonths(3);

    /** A city of this test's own. */
    private final String city =
            "MA-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Inject
    Database database;

    @Inject
    CampaignSourceRepository source;

    @Inject
    CampaignQueue queue;

    @Inject
    CampaignWorker worker;

    @Inject
    CampaignService service;

    @Inject
    ServiceWorkRunner serviceWork;

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @BeforeEach
    void publish() {
        report(now.minusMonths(4), "MA-ZAG");
        publishDue();
    }

    @Test
    void publishesEachMonthThatIsOverOnceAndForGood() {
        // Given
        var before = published();

        // When: late events, and another run
        report(past, "MA-ZAG");
        publishDue();

        // Then
        assertThat(before).isNotEmpty();
        assertThat(published()).isEqualTo(before);
        assertThat(months())
                .contains(now.minusMonths(4).toString(), past.toString())
                .doesNotContain(now.toString());
        assertThat(database.one(Long.class, "select count(*) from campaign_key"))
                .isEqualTo(1);
        assertThat(database.one(
                        Long.class,
                        "select count(distinct area) from campaign_count where month = ?",
                        Date.valueOf(past.atDay(1))))
                .as("cities where nothing happened have noise, too")
                .isGreaterThan(50);
    }

    @Test
    void knowsWhenTheNextMonthIsDue() {
        // Given: all that are due are published
        var next =
                YearMonth.parse(months().stream().sorted().toList().getLast()).plusMonths(1);

        // When
        var due = service.nextDue().orElseThrow();

        // Then
        assertThat(due)
                .isAfter(Instant.now())
                .isEqualTo(next.plusMonths(1).atDay(11).atStartOfDay(ZONE).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "PRESUMED_OFFENCE, PRESUMED_OFFENCE",
        "RESOLVED, PRESUMED_OFFENCE",
        "REFERRED, PRESUMED_OFFENCE",
        "FALSE_REPORT, FALSE_REPORT",
        "KNOWN_CASE, KNOWN_CASE",
        "SET_ASIDE, OTHER_ANSWER",
        "NO_RECORDING, OTHER_ANSWER"
    })
    void countsAnswersByWhatTheyFound(AnswerKind kind, CampaignMeasure measure) {
        // Given
        var report = report(past, city);
        answer(report, past.plusMonths(1), kind);

        // Then
        assertThat(counts(past))
                .isEqualTo(Map.of(CampaignMeasure.TAKEN_IN, 1L, CampaignMeasure.WAITING_UNDER_ONE_MONTH, 1L));
        assertThat(counts(past.plusMonths(1))).isEqualTo(Map.of(measure, 1L));
        assertThat(counts(past.plusMonths(2))).isEmpty();
    }

    @Test
    void countsAnAnswerThatBecomesAnotherAgain() {
        // Given
        var report = report(past, city);
        answer(report, past, AnswerKind.PRESUMED_OFFENCE);
        answer(report, past.plusMonths(1), AnswerKind.REFERRED);
        answer(report, past.plusMonths(2), AnswerKind.FALSE_REPORT);

        // Then
        assertThat(counts(past)).isEqualTo(Map.of(CampaignMeasure.TAKEN_IN, 1L, CampaignMeasure.PRESUMED_OFFENCE, 1L));
        assertThat(counts(past.plusMonths(1))).isEmpty();
        assertThat(counts(past.plusMonths(2))).isEqualTo(Map.of(CampaignMeasure.FALSE_REPORT, 1L));
    }

    @Test
    void letsWhatIsNotAnsweredWaitByItsAge() {
        // Given
        var report = report(past.minusMonths(12), city);
        report(past.minusMonths(11), city);
        report(past.minusMonths(2), city);
        report(past, city);
        answer(report, past.minusMonths(12), AnswerKind.KNOWN_CASE);
        answer(report, past.minusMonths(1), null);

        // Then
        assertThat(counts(past))
                .isEqualTo(Map.of(
                        CampaignMeasure.TAKEN_IN, 1L,
                        CampaignMeasure.WAITING_UNDER_ONE_MONTH, 1L,
                        CampaignMeasure.WAITING_UNDER_THREE_MONTHS, 1L,
                        CampaignMeasure.WAITING_UNDER_ONE_YEAR, 1L,
                        CampaignMeasure.WAITING_LONGER, 1L));
    }

    @Test
    void countsTheFirstExaminationOfEachReport() {
        // Given
        var report = report(past, city);
        evidence(report, past.plusMonths(1));
        evidence(report, past.plusMonths(2));

        // Then
        assertThat(counts(past.plusMonths(1))).containsEntry(CampaignMeasure.EXAMINED, 1L);
        assertThat(counts(past.plusMonths(2))).doesNotContainKey(CampaignMeasure.EXAMINED);
    }

    @Test
    void leavesOutWhatIsHiddenBeforeItsMonthIsPublished() {
        // Given
        var report = report(now, city);
        evidence(report, now);

        // When
        hide(report);

        // Then
        assertThat(counts(now)).isEmpty();
    }

    /** What was taken in, and is neither answered nor waits, would tell of it. */
    @Test
    void answersWhatIsHiddenAfterItsMonthWasPublished() {
        // Given
        var report = report(past, city);
        var before = counts(past);

        // When
        hide(report);

        // Then
        assertThat(counts(past)).isEqualTo(before);
        assertThat(counts(now)).isEqualTo(Map.of(CampaignMeasure.OTHER_ANSWER, 1L));
    }

    @Test
    void measuresStages() {
        // Given
        for (int k = 0; k < 21; k++) {
            var at = moment(past);
            database.execute(
                    "insert into clock_report (report_id, jurisdiction, published_at, received_at) values (?, ?, ?, ?)",
                    IdGenerator.next(),
                    city + "-A",
                    at.minusSeconds(100 + k),
                    at);
        }

        // When
        var paces = serviceWork.call(() -> source.paces(past, ZONE)).stream()
                .filter(pace -> pace.area().equals(city))
                .toList();

        // Then
        assertThat(paces).containsExactly(new MonthPace(city, Stage.PUBLISHED_TO_TAKEN_IN, 21, 110, 119));
        assertThat(MonthRedactor.coarse(110)).isEqualTo(120);
        assertThat(MonthRedactor.coarse(1e12)).isEqualTo(31_536_000);
    }

    @Test
    void hearsOfAnswersAndWithdrawals() {
        // Given
        var report = IdGenerator.next();
        var at = moment(past).toInstant();

        // When
        List.of(
                        new AnswerWithdrawn(report, city, at.plusSeconds(2)),
                        new ReportAnswered(report, city, AnswerKind.FALSE_REPORT, at.plusSeconds(1)),
                        new ReportReceived(report, Channel.CITIZEN, city, null, at, null, null, null, null, null),
                        new ReportAnswered(report, city, AnswerKind.FALSE_REPORT, at.plusSeconds(1)))
                .forEach(kafka::publish);

        // Then
        Awaitility.await()
                .untilAsserted(() -> assertThat(database.list(
                                String.class,
                                "select coalesce(kind, 'none') from clock_answer where report_id = ? order by at",
                                report))
                        .containsExactly("FALSE_REPORT", "none"));
        Awaitility.await()
                .untilAsserted(() -> assertThat(counts(past))
                        .isEqualTo(Map.of(CampaignMeasure.TAKEN_IN, 1L, CampaignMeasure.WAITING_UNDER_ONE_MONTH, 1L)));
    }

    private void publishDue() {
        database.execute("update campaign_run set not_before = now()");
        worker.work(queue.tasks().claim().orElseThrow());
    }

    private List<String> published() {
        return database.list(String.class, """
                select month || area || measure || noisy from campaign_count order by month, area, measure
                """);
    }

    private List<String> months() {
        return database.list(String.class, "select to_char(month, 'YYYY-MM') from campaign_month");
    }

    private Map<CampaignMeasure, Long> counts(YearMonth month) {
        return serviceWork.call(() -> source.counts(month, ZONE)).byArea().getOrDefault(city, Map.of());
    }

    private UUID report(YearMonth month, String jurisdiction) {
        var id = IdGenerator.next();
        database.execute(
                "insert into clock_report (report_id, jurisdiction, received_at) values (?, ?, ?)",
                id,
                jurisdiction,
                moment(month));
        return id;
    }

    private void answer(UUID report, YearMonth month, @Nullable AnswerKind kind) {
        database.execute(
                "insert into clock_answer (report_id, at, kind) values (?, ?, nullif(?, ''))",
                report,
                moment(month).plusMinutes(1),
                kind == null ? "" : kind.name());
    }

    private void evidence(UUID report, YearMonth examined) {
        var id = IdGenerator.next();
        database.execute("insert into clock_evidence (evidence_id, examined_at) values (?, ?)", id, moment(examined));
        database.execute("insert into clock_report_evidence (report_id, evidence_id) values (?, ?)", report, id);
    }

    private void hide(UUID report) {
        var dossier = IdGenerator.next();
        database.execute("insert into clock_dossier_report (dossier_id, report_id) values (?, ?)", dossier, report);
        database.execute("""
                insert into inquiry (id, dossier_id, verdict_id, jurisdiction, state, opened_at, version)
                values (?, ?, ?, ?, 'OPEN', now(), 1)
                """, IdGenerator.next(), dossier, IdGenerator.next(), city);
    }

    /** In the first minutes of the month: that is over in this one, too. */
    private static OffsetDateTime moment(YearMonth month) {
        Instant at = month.atDay(1).atStartOfDay(ZONE).toInstant().plusSeconds(60);
        return at.atOffset(ZoneOffset.UTC);
    }
}
