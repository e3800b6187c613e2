package ma.balagh.dispatch.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.balagh.dispatch.Story.DISPATCHER;
import static ma.balagh.dispatch.Story.as;
import static ma.balagh.dispatch.Story.incidentOf;
import static ma.balagh.dispatch.Story.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.contracts.EventJsonMapper;
import ma.balagh.contracts.EventType;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.SuiteService;
import ma.balagh.contracts.Topic;
import ma.balagh.contracts.analysis.Verdict;
import ma.balagh.contracts.analysis.VerdictReached;
import ma.balagh.contracts.dispatch.IncidentOpened;
import ma.balagh.platform.test.KafkaProbe;
import ma.balagh.platform.test.TestPlatform;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class VerdictConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init") // set by the platform
    KafkaProbe kafka;

    @Inject
    VerdictConsumer consumer;

    @Test
    void opensOneIncidentForADuplicate() {
        // Given
        var dossierId = IdGenerator.next();
        var eventId = IdGenerator.next();
        var verdict = verdict(dossierId, Verdict.PRESUMED_OFFENCE);

        // When
        kafka.publish(eventId, verdict);
        kafka.publish(eventId, verdict);
        awaitEverythingBefore(dossierId);

        // Then
        assertThat(incidentsOf(dossierId)).isEqualTo(1);
    }

    @Test
    void keepsTheOpenIncidentWhenItsDossierIsConcludedAgain() {
        // Given
        var dossierId = IdGenerator.next();

        // When
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE));
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE));
        awaitEverythingBefore(dossierId);

        // Then
        assertThat(incidentsOf(dossierId)).isEqualTo(1);
    }

    @Test
    void opensNoIncidentForAFalseReport() {
        // Given
        var dossierId = IdGenerator.next();

        // When
        kafka.publish(verdict(dossierId, Verdict.FALSE_REPORT));
        kafka.publish(verdict(dossierId, Verdict.KNOWN_CASE));
        awaitEverythingBefore(dossierId);

        // Then
        assertThat(incidentsOf(dossierId)).isZero();
    }

    @Test
    void putsAPoisonRecordAsideAndGoesOn() {
        // Given
        var dossierId = IdGenerator.next();
        var poison = "no JSON".getBytes(UTF_8);

        // When
        kafka.send(Topic.VERDICTS.topicName(), dossierId.toString(), poison, headers(IdGenerator.next(), dossierId));
        kafka.publish(verdict(dossierId, Verdict.PRESUMED_OFFENCE));

        // Then
        assertThat(incidentOf(dossierId)).isNotNull();
        assertThat(kafka.deadLetters(Topic.VERDICTS, SuiteService.DISPATCH))
                .anySatisfy(letter -> assertThat(letter.key()).isEqualTo(dossierId.toString()));
    }

    @Test
    void opensOneIncidentWhenItDiesBetweenCommitAndAcknowledgement() {
        // Given
        var dossierId = IdGenerator.next();
        var eventId = IdGenerator.next();
        var verdict = verdict(dossierId, Verdict.PRESUMED_OFFENCE);
        var acknowledgements = new AtomicInteger();

        // When
        deliver(eventId, verdict, acknowledgements, true);
        await().atMost(PATIENCE).until(() -> acknowledgements.get() == 1);
        deliver(eventId, verdict, acknowledgements, false);
        await().atMost(PATIENCE).until(() -> acknowledgements.get() == 2);

        // Then
        assertThat(incidentsOf(dossierId)).isEqualTo(1);
        kafka.awaitOnly(IncidentOpened.class, event -> event.dossierId().equals(dossierId));
    }

    /** Hands the record over as the channel would; an acknowledgement that is lost makes the broker deliver again. */
    private void deliver(UUID eventId, VerdictReached verdict, AtomicInteger acknowledgements, boolean lost) {
        var subject = verdict.dossierId();
        var delivered = new ConsumerRecord<>(
                Topic.VERDICTS.topicName(), 0, 0L, subject.toString(), EventJsonMapper.write(verdict));
        headers(eventId, subject).forEach((name, text) -> delivered.headers().add(name, text.getBytes(UTF_8)));
        var message = Message.of(
                delivered.value(), Metadata.of(new IncomingKafkaRecordMetadata<>(delivered, "verdicts")), () -> {
                    acknowledgements.incrementAndGet();
                    return lost
                            ? CompletableFuture.failedFuture(new IllegalStateException("killed"))
                            : CompletableFuture.completedFuture(null);
                });
        consumer.on(message).subscribe().with(done -> {});
    }

    private static Map<String, String> headers(UUID eventId, UUID subject) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", eventId.toString(),
                "ce_source", "analysis",
                "ce_type", EventType.VERDICT_REACHED.typeName(),
                "ce_subject", subject.toString(),
                "ce_time", "2026-11-25T08:00:00Z",
                "content-type", "application/json");
    }

    /** Events of one dossier are handled in order: once a last one has been put aside, all before it are done. */
    private void awaitEverythingBefore(UUID dossierId) {
        var last = "the last of " + dossierId;
        kafka.send(
                Topic.VERDICTS.topicName(),
                dossierId.toString(),
                last.getBytes(UTF_8),
                headers(IdGenerator.next(), dossierId));
        kafka.awaitRecord(
                Topic.VERDICTS.deadLetterTopicName(SuiteService.DISPATCH),
                letter -> letter.value() != null && new String(letter.value(), UTF_8).equals(last));
    }

    private static int incidentsOf(UUID dossierId) {
        return as(DISPATCHER)
                .get("/api/v1/incidents?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("items.count { it.dossierId == '%s' }".formatted(dossierId));
    }
}
