package ma.balagh.fault;

import static ma.balagh.platform.demo.SuiteClient.Target.ANALYSIS;
import static ma.balagh.platform.demo.SuiteClient.Target.DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.balagh.contracts.Topic;
import ma.balagh.platform.demo.AnswerPoller;
import ma.balagh.platform.demo.DemoRunner;
import ma.balagh.platform.demo.DemoStory.Filed;
import ma.balagh.platform.demo.SuiteAddresses;
import ma.balagh.platform.test.SuiteUnderTest;
import ma.balagh.platform.test.SuiteUnderTest.Running;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills real processes with SIGKILL: nothing may be lost and nothing may be there twice. */
@ExtendWith(SuiteUnderTest.class)
final class FaultsIT {

    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, Object> OFFENCE =
            Map.of("verdict", "PRESUMED_OFFENCE", "reasons", "Vol avec violence visible", "severity", 2);

    @Test
    void examinesAgainWhatAnalysisWasKilledOver(Running suite) {
        // Given
        var story = suite.story();
        var filed = story.file("partner-press", "Longue vidéo", suite.newLongClip(), Map.of());
        AnswerPoller.until(
                "the examination runs",
                PATIENCE,
                () -> examination(suite, filed.evidenceId()),
                examination -> examination.path("state").asText().equals("RUNNING"));

        // When
        suite.kill("analysis");
        suite.up();

        // Then
        var dossier = story.readyDossier(filed);
        assertThat(dossier.path("examinations")).hasSize(1);
        assertThat(dossier.path("examinations").path(0).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(dossier.path("reports")).hasSize(1);
    }

    @Test
    void opensOneIncidentWhenDispatchDiesBetweenCommitAndAcknowledgement(Running suite) throws Exception {
        // Given
        var story = suite.story();
        var filed = story.file("partner-press", "Vol", suite.newClip(), Map.of());
        var dossierId = story.readyDossier(filed).path("id").asText();
        var proposal = story.propose("analyst", dossierId, OFFENCE);

        // When
        story.decide("officer", dossierId, proposal, "CONFIRM").expect(200);
        story.incidentOf(dossierId);
        suite.kill("dispatch");

        takeBackAcknowledgements(Topic.VERDICTS);

        // Then: the state is committed, the acknowledgement is not, so the verdict is delivered once more
        assertThat(unacknowledged(Topic.VERDICTS)).isPositive();
        suite.up();
        AnswerPoller.until(
                "the verdict is acknowledged", PATIENCE, () -> unacknowledged(Topic.VERDICTS), lag -> lag == 0);
        assertThat(story.incidentsOf(dossierId)).hasSize(1);
    }

    /** @param kills processes and when each is killed, in milliseconds after the story began */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "intake 800, kafka 1500",
                "analysis 2500, postgres 3000",
                "portal 1000, keycloak 2000, dispatch 4000",
            })
    void finishesTheStoryAlthoughProcessesAreKilled(String kills, Running suite) throws Exception {
        // Given
        var clips = suite.newClips();
        var story = CompletableFuture.supplyAsync(
                () -> new DemoRunner(SuiteAddresses.onThisMachine(SuiteUnderTest.PORT_OFFSET), System.out).play(clips));

        // When
        Stream.of(kills.split(", "))
                .map(kill -> kill.split(" "))
                .map(kill -> CompletableFuture.runAsync(
                        () -> suite.kill(kill[0]),
                        CompletableFuture.delayedExecutor(Long.parseLong(kill[1]), TimeUnit.MILLISECONDS)))
                .toList()
                .forEach(CompletableFuture::join);
        suite.up();

        // Then
        assertThat(story).succeedsWithin(Duration.ofMinutes(5)).satisfies(played -> {
            assertThat(dossiersOf(suite, "analyst", played.repost())).hasSize(1);
            assertThat(dossiersOf(suite, "analyst", played.hoax())).hasSize(1);
            assertThat(dossiersOf(suite, "affairs", played.bribe())).hasSize(1);
            var robbery = dossiersOf(suite, "analyst", played.robbery());
            assertThat(robbery).hasSize(1);
            var incidents = suite.story().incidentsOf(robbery.path(0).path("id").asText());
            assertThat(incidents).hasSize(1);
            assertThat(incident(suite, incidents.getFirst()).path("assignments"))
                    .hasSize(1);
        });
    }

    private static JsonNode dossiersOf(Running suite, String account, Filed filed) {
        return suite.client()
                .get(account, ANALYSIS, "/dossiers?reportId=" + filed.reportId())
                .expect(200)
                .path("items");
    }

    private static JsonNode incident(Running suite, JsonNode summary) {
        return suite.client()
                .get("dispatcher", DISPATCH, "/incidents/" + summary.path("id").asText())
                .expect(200);
    }

    private static JsonNode examination(Running suite, String evidenceId) {
        return suite.client()
                .get("analyst", ANALYSIS, "/examinations?evidenceId=" + evidenceId)
                .expect(200)
                .path("items")
                .path(0);
    }

    /**
     * Whether the second's commit of offsets came before the kill is chance; without it, dispatch died in between. Kafka
     * lets it be taken back once it has missed the dead consumer.
     */
    private static void takeBackAcknowledgements(Topic topic) {
        var none = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic.topicName(), partition),
                        partition -> new OffsetAndMetadata(0)));
        try (var admin = admin()) {
            AnswerPoller.until(
                    "Kafka misses dispatch",
                    PATIENCE,
                    () -> {
                        try {
                            admin.alterConsumerGroupOffsets("dispatch", none)
                                    .all()
                                    .get();
                            return "taken back";
                        } catch (ExecutionException stillAMember) {
                            return String.valueOf(stillAMember.getMessage());
                        } catch (InterruptedException e) {
                            throw new IllegalStateException("interrupted while waiting", e);
                        }
                    },
                    "taken back"::equals);
        }
    }

    private static Admin admin() {
        var settings = new Properties();
        settings.put("bootstrap.servers", "localhost:" + (9092 + SuiteUnderTest.PORT_OFFSET));
        return Admin.create(settings);
    }

    /** How many records of the topic dispatch has not acknowledged. */
    private static long unacknowledged(Topic topic) {
        try (var admin = admin()) {
            var committed = admin.listConsumerGroupOffsets("dispatch")
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(IntStream.range(0, PARTITIONS)
                            .boxed()
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic.topicName(), partition),
                                    partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            long lag = 0;
            for (var end : ends.entrySet()) {
                var offset = committed.get(end.getKey());
                lag += end.getValue().offset() - (offset == null ? 0 : offset.offset());
            }
            return lag;
        } catch (Exception e) {
            throw new IllegalStateException("cannot read the offsets of dispatch", e);
        }
    }
}
