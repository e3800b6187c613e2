package ma.balagh.analysis.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.analysis.dossier.Staff.ANALYST;
import static ma.balagh.analysis.dossier.Staff.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.analysis.dossier.CaseFiles;
import ma.balagh.analysis.dossier.CaseFiles.CaseFile;
import ma.balagh.analysis.dossier.IntakeEvents;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.analysis.DossierForwarded;
import ma.balagh.contracts.analysis.MisconductFound;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class CompartmentTopicsTest {

    @Inject
    CaseFiles files;

    @SuppressWarnings("NullAway.Init") // set by TestPlatform
    KafkaProbe kafka;

    @Test
    void saysNothingOfAHiddenDossierOnACommonTopic() {
        // Given: a case that another dossier names before it is hidden
        CaseFile hidden = files.open("MA-CAS");
        UUID copy = files.open("MA-CAS").dossierId();
        String proposal = ANALYST.proposes(
                        copy,
                        Map.of(
                                "verdict", "KNOWN_CASE",
                                "reasons", "Le même film",
                                "knownCase", hidden.dossierId()))
                .statusCode(201)
                .extract()
                .path("id");
        OFFICER.decides(hidden.dossierId(), ANALYST.proposes(hidden.dossierId(), "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);
        kafka.await(DossierForwarded.class, event -> event.dossierId().equals(hidden.dossierId()));
        List<UUID> ids = List.of(hidden.dossierId(), hidden.reportId(), hidden.evidenceId());
        long before = naming(ids).count();

        // When: what is hidden is reported once more and added to, and the dossier that names it is concluded
        kafka.publish(IntakeEvents.sighted(hidden.evidenceId(), IdGenerator.next(), "MA-CAS"));
        kafka.publish(IntakeEvents.secured(IdGenerator.next(), hidden.reportId(), "MA-CAS"));
        ANALYST.reads(copy).body("proposals.knownCase", contains(nullValue()));
        OFFICER.decides(copy, UUID.fromString(proposal), "CONFIRM")
                .statusCode(200)
                .body("knownCase", nullValue());

        // Then
        assertThat(kafka.await(VerdictReached.class, event -> event.dossierId().equals(copy))
                        .knownCase())
                .isNull();
        ANALYST.reads(copy).body("verdict.knownCase", nullValue());
        assertThat(naming(ids).count()).isEqualTo(before);
    }

    @Test
    void namesNoDossierThatWasJoinedToAHiddenOne() {
        // Given
        CaseFile joined = files.open("MA-CAS");
        CaseFile into = files.open("MA-CAS");
        UUID copy = files.open("MA-CAS").dossierId();
        String proposal = ANALYST.proposes(
                        copy,
                        Map.of(
                                "verdict", "KNOWN_CASE",
                                "reasons", "Le même film",
                                "knownCase", joined.dossierId()))
                .statusCode(201)
                .extract()
                .path("id");
        ANALYST.joins(into.dossierId(), joined.dossierId()).statusCode(200);
        OFFICER.decides(into.dossierId(), ANALYST.proposes(into.dossierId(), "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // When
        OFFICER.decides(copy, UUID.fromString(proposal), "CONFIRM").statusCode(200);

        // Then
        assertThat(kafka.await(VerdictReached.class, event -> event.dossierId().equals(copy))
                        .knownCase())
                .isNull();
    }

    @Test
    void tellsOfMoreReportsThanOneMessageCarries() {
        // Given
        CaseFile file = files.open("MA-CAS");
        files.crowd(file, 25_000);
        List<UUID> reports = files.reportsIn(file.dossierId());

        // When
        OFFICER.decides(file.dossierId(), ANALYST.proposes(file.dossierId(), "POLICE_MISCONDUCT"), "CONFIRM")
                .statusCode(200);

        // Then: the evidence is told last
        kafka.await(
                DossierForwarded.class,
                event -> event.dossierId().equals(file.dossierId())
                        && event.evidenceIds().contains(file.evidenceId()));
        List<DossierForwarded> told = kafka.events(DossierForwarded.class).stream()
                .filter(event -> event.dossierId().equals(file.dossierId()))
                .toList();
        assertThat(told).extracting(event -> event.reportIds().size()).containsExactly(10_000, 10_000, 5_001);
        assertThat(told.stream()
                        .flatMap(event -> event.reportIds().stream())
                        .sorted()
                        .toList())
                .isEqualTo(reports.stream().sorted().toList());
        assertThat(told.stream().flatMap(event -> event.evidenceIds().stream())).containsExactly(file.evidenceId());
        kafka.awaitOnly(MisconductFound.class, event -> event.dossierId().equals(file.dossierId()));
    }

    /** What names any of them on a topic of analysis that others than the compartment's services read. */
    private Stream<ConsumerRecord<String, byte[]>> naming(List<UUID> ids) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.owner() == SuiteService.ANALYSIS && !topic.isOfCompartment())
                .flatMap(topic -> kafka.records(topic.topicName()).stream())
                .filter(found -> {
                    String text = found.key() + new String(found.value(), UTF_8);
                    return ids.stream().anyMatch(id -> text.contains(id.toString()));
                });
    }
}
