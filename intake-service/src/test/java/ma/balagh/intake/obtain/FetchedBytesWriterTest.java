package ma.balagh.intake.obtain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ma.balagh.fetch.FetchOutcome.Answer;
import ma.balagh.fetch.FetchOutcome.Progress;
import ma.balagh.fetch.FetchOutcome.Provenance;
import ma.balagh.intake.Clips;
import ma.balagh.intake.evidence.PartialMediumStore;
import ma.balagh.intake.evidence.PartialMediumWriter;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class FetchedBytesWriterTest {

    private static final Provenance FROM = new Provenance(
            "https://media.example.com/film.mp4",
            List.of(),
            new Answer(200, "HTTP/1.1", List.of(), InetSocketAddress.createUnresolved("media.example.com", 443), null));

    private final UUID id = UUID.randomUUID();

    @Inject
    PartialMediumStore media;

    @Test
    void tellsNowAndThenHowMuchIsOnDisk() throws IOException {
        try (PartialMediumWriter file = media.open(id).orElseThrow()) {
            // Given
            var anew = new AtomicInteger();
            var bytes = new FetchedBytesWriter(file, 1 << 20, anew::incrementAndGet);
            byte[] film = Clips.mp4(3, 16 << 20);
            bytes.answered(FROM, "\"one\"");
            bytes.begin(0);
            // When
            bytes.write(film, 0, film.length);
            // Then
            assertThat(bytes.checkpoint()).isNull();
            bytes.write(film, 0, film.length);
            FetchedBytesWriter.Checkpoint checkpoint = bytes.checkpoint();
            assertThat(checkpoint).isNotNull();
            assertThat(checkpoint.begun()).isNotNull();
            assertThat(checkpoint.begun().progress()).isEqualTo(new Progress(32 << 20, "\"one\""));
            var told = new ArrayList<FetchedBytesWriter.Checkpoint>();
            assertThatIllegalStateException()
                    .isThrownBy(() -> bytes.tell(latest -> {
                        throw new IllegalStateException("the database is away");
                    }));
            bytes.tell(told::add);
            bytes.tell(told::add);
            assertThat(told).containsExactly(checkpoint);
            // When it begins anew, what was told of is void
            assertThat(anew).hasValue(1);
            bytes.begin(0);
            assertThat(bytes.checkpoint()).isNull();
            assertThat(anew).hasValue(2);
        } finally {
            media.discard(id);
        }
    }

    @Test
    void takesNoMoreOfWhatIsNoMediumThanAPageMayHave() throws IOException {
        try (PartialMediumWriter file = media.open(id).orElseThrow()) {
            // Given
            var bytes = new FetchedBytesWriter(file, 1000, () -> {});
            bytes.answered(FROM, null);
            bytes.begin(0);
            bytes.write(new byte[999], 0, 999);
            // Then
            assertThat(bytes.hasEnough()).isFalse();
            assertThatIOException().isThrownBy(() -> bytes.write(new byte[1], 0, 1));
            assertThat(bytes.hasEnough()).isTrue();
        } finally {
            media.discard(id);
        }
    }

    @Test
    void tellsNothingOfAnAnswerNoByteOfWhichCame() throws IOException {
        try (PartialMediumWriter file = media.open(id).orElseThrow()) {
            // Given what an earlier attempt left
            file.begin(0);
            file.write(Clips.mp4(), 0, 20_000);
            assertThat(file.resume(20_000, file.since())).isTrue();
            var bytes = new FetchedBytesWriter(file, 1 << 20, () -> {});
            // When
            bytes.answered(FROM, "\"two\"");
            bytes.settle();
            // Then
            assertThat(bytes.checkpoint()).isNull();
        } finally {
            media.discard(id);
        }
    }
}
