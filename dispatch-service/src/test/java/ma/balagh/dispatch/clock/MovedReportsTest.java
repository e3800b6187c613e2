package ma.balagh.dispatch.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.DossierEvent;
import ma.balagh.contracts.analysis.DossiersMerged;
import ma.balagh.contracts.analysis.ReportJoined;
import ma.balagh.contracts.analysis.ReportSeparated;
import ma.balagh.dispatch.Database;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

/** Where the clocks look for a report whose dossier was joined to another, or which was separated from it. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class MovedReportsTest {

    private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

    @Inject
    ClockService clocks;

    @Inject
    Database database;

    private final UUID report = IdGenerator.next();
    private final UUID first = IdGenerator.next();
    private final UUID second = IdGenerator.next();
    private final UUID third = IdGenerator.next();
    private final UUID own = IdGenerator.next();

    private final DossierEvent joined = new ReportJoined(second, report, AT);
    private final DossierEvent merged = new DossiersMerged(second, first, AT.plusSeconds(60));
    private final DossierEvent mergedAgain = new DossiersMerged(first, third, AT.plusSeconds(120));
    private final DossierEvent separated = new ReportSeparated(first, report, third, AT.plusSeconds(120));

    @Test
    void followsJoinedDossiersInEveryOrder() {
        for (var order : List.of(
                List.of(joined, merged, mergedAgain),
                List.of(merged, joined, mergedAgain),
                List.of(mergedAgain, merged, joined),
                List.of(mergedAgain, joined, merged),
                List.of(joined, mergedAgain, merged, merged, joined))) {
            forget();
            order.forEach(clocks::apply);
            assertThat(dossiers()).as("%s", order).containsExactly(third);
        }
    }

    @Test
    void leavesASeparatedReportWhereItWentInEveryOrder() {
        for (var order : List.of(
                List.of(joined, merged, separated),
                List.of(joined, separated, merged),
                List.of(separated, joined, merged, joined),
                List.of(separated, merged, joined, separated))) {
            forget();
            order.forEach(clocks::apply);
            assertThat(dossiers()).as("%s", order).containsExactly(third);
        }
    }

    /** The report has left a dossier that was joined to another one since. */
    @Test
    void doesNotComeBackByADossierThatWasJoinedFurther() {
        DossierEvent mergedAfterwards = new DossiersMerged(first, third, AT.plusSeconds(180));
        DossierEvent separatedBefore = new ReportSeparated(first, report, own, AT.plusSeconds(120));
        for (var order : List.of(
                List.of(separatedBefore, mergedAfterwards, joined, merged),
                List.of(joined, separatedBefore, mergedAfterwards, merged),
                List.of(merged, separatedBefore, mergedAfterwards, joined),
                List.of(separatedBefore, joined, merged, mergedAfterwards))) {
            forget();
            order.forEach(clocks::apply);
            assertThat(dossiers()).as("%s", order).containsExactly(own);
        }
    }

    private void forget() {
        database.execute("delete from clock_dossier_report where report_id = ?", report);
        database.execute("delete from clock_departure where report_id = ?", report);
        database.execute("delete from clock_merged_dossier where into_id in (?, ?)", first, third);
    }

    private List<UUID> dossiers() {
        return database.list(UUID.class, "select dossier_id from clock_dossier_report where report_id = ?", report);
    }
}
