package ma.balagh.analysis.rendition;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import ma.balagh.analysis.examination.Arrivals;
import ma.balagh.analysis.examination.IntakeClient;
import ma.balagh.analysis.examination.IntakeStand;
import ma.balagh.analysis.examination.LaboratoryProfile;
import ma.balagh.analysis.examination.LaboratoryVisit;
import ma.balagh.analysis.examination.VisibleExaminationService.Seen;
import ma.balagh.analysis.media.Media;
import ma.balagh.analysis.media.MediaReader;
import ma.balagh.analysis.media.UnreadableMediumException;
import ma.balagh.http.ProblemException;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LaboratoryProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
@WithTestResource(IntakeStand.class)
class MediumCacheTest extends LaboratoryVisit {

    private static final RenditionConfig TWO_PLACES = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withDefaultValues(Map.of(
                    "balagh.rendition.moments", "2",
                    "balagh.rendition.moment-wait", "PT40S",
                    "balagh.rendition.sweep-interval", "PT1H"))
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withMapping(RenditionConfig.class)
            .build()
            .getConfigMapping(RenditionConfig.class);

    @Inject
    IntakeClient secured;

    @Inject
    MediaReader media;

    @Test
    void letsNobodyWaitForAMediumThatOthersLookAt() throws Exception {
        // Given: one who looks at a medium for long, and two who wait for it
        MediumCache room = room();
        Seen slow = evidence("a.mp4", 331);
        var looking = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        List<Thread> waiting = new ArrayList<>();
        Thread first = Thread.ofPlatform()
                .start(() -> room.look(slow, (scratch, probe) -> {
                    looking.countDown();
                    enough.await();
                    return true;
                }));
        looking.await();
        for (int k = 0; k < 2; k++) {
            waiting.add(Thread.ofPlatform().start(() -> room.look(slow, (scratch, probe) -> true)));
        }
        await().until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));

        // When
        Seen other = evidence("b.mp4", 332);
        var seen = CompletableFuture.supplyAsync(
                () -> room.look(other, (scratch, probe) -> true),
                task -> Thread.ofPlatform().start(task));

        // Then
        assertThat(seen.get(20, SECONDS)).isTrue();
        enough.countDown();
        first.join();
        for (Thread thread : waiting) {
            thread.join();
        }
    }

    @Test
    void saysInASentenceWhyNothingCanBeShown() throws Exception {
        // Given
        MediumCache room = room();
        Seen film = evidence("a.mp4", 333);

        // Then
        assertThatThrownBy(() -> room.look(film, (scratch, probe) -> {
                    throw new UnreadableMediumException(UnreadableMediumException.Reason.NO_FRAME);
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail()).isEqualTo("Not one frame could be decoded"));
        assertThatThrownBy(() -> room.look(film, (scratch, probe) -> {
                    throw new UnreadableMediumException(UnreadableMediumException.Reason.NOTHING_TO_SEE_OR_HEAR);
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail()).isEqualTo("It has neither a picture nor a sound"));
    }

    private MediumCache room() {
        return new MediumCache(secured, media, TWO_PLACES, new ConcurrencyLimiter(TWO_PLACES), Clock.systemUTC());
    }

    private Seen evidence(String name, int seed) throws Exception {
        byte[] clip = Files.readAllBytes(Media.clip(directory.resolve(name), Media.cells(seed), 1));
        return new Seen(UUID.randomUUID(), arrivals.given(clip), Arrivals.sha256(clip), null);
    }
}
