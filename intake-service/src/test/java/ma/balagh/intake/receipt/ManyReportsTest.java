package ma.balagh.intake.receipt;

import static ma.balagh.intake.People.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.intake.Database;
import ma.balagh.intake.Filed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More reports than are answered in one transaction. */
@Tag("long")
@QuarkusTest
final class ManyReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final int MANY = 130;

    @Inject
    Database database;

    @Inject
    AnswerService answers;

    private final UUID dossier = IdGenerator.next();

    @SuppressWarnings("NullAway.Init")
    private List<UUID> reports;

    @BeforeEach
    void joinAll() {
        reports = Stream.generate(() -> Filed.by(OFFICER).id()).limit(MANY).toList();
        reports.forEach(report -> answers.apply(new ReportJoined(dossier, report, NOW)));
    }

    @Test
    void answersEachOfThem() {
        // When
        answers.apply(reached(dossier));
        // Then
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(countOf("FALSE_REPORT")).isEqualTo(MANY));
    }

    @Test
    void followsThemIntoTheDossierThatTheirsIsJoinedTo() {
        // Given
        UUID into = IdGenerator.next();
        answers.apply(reached(into));
        // When
        answers.apply(new DossiersMerged(dossier, into, NOW.plusSeconds(60)));
        // Then
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(countOf("FALSE_REPORT")).isEqualTo(MANY));
    }

    @Test
    void hidesThemAtOnce() {
        // When
        answers.apply(new DossierForwarded(dossier, NOW, reports, List.of()));
        // Then
        assertThat(database.one(Long.class, "select count(*) from report where id = any(?) and forwarded", (Object)
                        reports.toArray(UUID[]::new)))
                .isEqualTo(MANY);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(countOf("FORWARDED")).isEqualTo(MANY));
    }

    @Test
    void tellsTheirReceiptsWhatBecameOfTheKnownCase() {
        // Given
        UUID known = IdGenerator.next();
        answers.apply(reached(dossier, Verdict.KNOWN_CASE, known.toString()));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(countOf("KNOWN_CASE")).isEqualTo(MANY));
        UUID callback = callbackThatIsNotCalledYet();
        // When
        answers.apply(reached(known));
        // Then
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(database.one(
                                Long.class,
                                "select count(distinct report_id) from callback_delivery where callback_id = ?",
                                callback))
                        .isEqualTo(MANY));
    }

    private UUID callbackThatIsNotCalledYet() {
        UUID id = IdGenerator.next();
        database.execute("""
                insert into callback (id, owner, url, created_at, next_attempt_at)
                select ?, filed_by, 'https://partner.example/' || id, now(), now() + interval '1 day'
                from report where id = ?
                """, id, reports.getFirst());
        return id;
    }

    private static VerdictReached reached(UUID dossier) {
        return reached(dossier, Verdict.FALSE_REPORT, null);
    }

    private static VerdictReached reached(UUID dossier, Verdict verdict, @Nullable String knownCase) {
        return new VerdictReached(
                dossier, IdGenerator.next(), "MA-CAS", verdict, 3, null, null, null, null, knownCase, NOW, NOW);
    }

    private long countOf(String answer) {
        return database.one(
                Long.class,
                "select count(*) from report where id = any(?) and status = 'ANSWERED' and answer_kind = ?",
                reports.toArray(UUID[]::new),
                answer);
    }
}
