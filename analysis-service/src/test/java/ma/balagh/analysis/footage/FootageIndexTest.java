package ma.balagh.analysis.footage;

import static ma.balagh.analysis.footage.Clips.moving;
import static ma.balagh.analysis.footage.Clips.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ma.balagh.analysis.Database;
import ma.balagh.analysis.DossierProfile;
import ma.balagh.platform.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(DossierProfile.class)
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "analysis"))
class FootageIndexTest {

    private static final int NEVER = Integer.MAX_VALUE;

    @Inject
    FootageRepository repository;

    @Inject
    FootageConfig config;

    @Inject
    Database database;

    @TempDir
    Path directory;

    @BeforeEach
    void forgetAll() {
        database.execute("delete from footage");
    }

    @Test
    void knowsAtOnceWhatAnotherReplicaHasLearned() {
        // Given
        FootageIndex one = index();
        FootageIndex other = index();
        FootageQuery clip = query(moving(0, 40));

        for (int k = 0; k < 3; k++) {
            // When
            UUID learned = learn(k % 2 == 0 ? one : other, clip);

            // Then
            for (FootageIndex replica : List.of(one, other)) {
                assertThat(replica.compare(clip).matches())
                        .extracting(FootageMatch::evidenceId)
                        .hasSize(k + 1)
                        .contains(learned);
            }
        }
    }

    @Test
    void knowsNothingOfWhatWasRolledBack() {
        // Given
        FootageIndex one = index();
        FootageQuery clip = query(moving(0, 40));

        // When
        QuarkusTransaction.begin();
        one.conclude(UUID.randomUUID(), clip, one.compare(clip));
        QuarkusTransaction.rollback();

        // Then
        assertThat(one.compare(clip)).isEqualTo(new FootageIndex.Comparison(List.of(), 0));
    }

    @Test
    void startsWithWhatWasKeptAndCatchesUp() {
        // Given
        UUID kept = learn(index(), query(moving(0, 20)));
        FootageIndex keeping = keepingIndex();
        UUID keptToo = learn(keeping, query(moving(100, 20)));
        awaitSnapshot(keeping, 2);
        UUID learned = learn(index(), query(moving(200, 20)));

        // When
        FootageSnapshot snapshot = kept(NEVER).read();
        FootageIndex next = index();

        // Then
        assertThat(snapshot.entries())
                .extracting(FootageSnapshot.Entry::evidenceId)
                .containsExactly(kept, keptToo);
        assertThat(next.compare(query(moving(100, 20))).matches())
                .extracting(FootageMatch::evidenceId)
                .containsExactly(keptToo);
        assertThat(next.compare(query(moving(200, 20))).matches())
                .extracting(FootageMatch::evidenceId)
                .containsExactly(learned);
    }

    @Test
    void readsAllAnewWhereTheKeptSnapshotIsOfNoUse() throws IOException {
        // Given
        FootageIndex keeping = keepingIndex();
        UUID learned = learn(keeping, query(moving(0, 20)));
        awaitSnapshot(keeping, 1);
        FootageSnapshot own = kept(NEVER).read();
        var newer = new FootageEntry(
                own.sequence() + 1, UUID.randomUUID(), query(moving(9, 9)).footage());
        var elsewhere = new FootageEntry(
                own.sequence(), UUID.randomUUID(), query(moving(9, 9)).footage());

        // Then: of another database
        write(UUID.randomUUID(), own);
        assertIgnored(learned);

        // Then: newer than a database that was set back
        write(repository.id(), own.with(newer));
        assertIgnored(learned);

        // Then: of a database that went another way since it was set back
        write(repository.id(), FootageSnapshot.empty().with(elsewhere));
        assertIgnored(learned);

        // Then: damaged
        write(repository.id(), own);
        Path path = directory.resolve("footage-0000000000-0000000001.segment");
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        Files.write(path, bytes);
        assertIgnored(learned);
    }

    @Test
    void waitsForFurtherMediaWhereTheSnapshotCannotBeWritten() throws IOException {
        // Given
        FootageIndex keeping = keepingIndex();
        Path inTheWay = Files.createDirectories(directory.resolve("footage-0000000000-0000000001.segment"));
        Path file = Files.createFile(inTheWay.resolve("file"));

        // When
        learn(keeping, query(moving(0, 20)));
        awaitWriter();

        // Then
        assertThat(directory.toFile().list((folder, name) -> name.endsWith(".part")))
                .isEmpty();

        // When
        Files.delete(file);
        Files.delete(inTheWay);
        keeping.compare(query(moving(0, 20)));
        awaitWriter();

        // Then
        assertThat(inTheWay).doesNotExist();

        // When
        learn(keeping, query(moving(100, 20)));
        awaitWriter();

        // Then
        assertThat(kept(NEVER).read().entries()).hasSize(2);
    }

    /** As the only ones of the directory. */
    private void write(UUID of, FootageSnapshot snapshot) throws IOException {
        for (File file : directory.toFile().listFiles()) {
            Files.delete(file.toPath());
        }
        new SegmentStore(directory, repository::keyframes).write(of, snapshot, header -> true);
    }

    private static void awaitWriter() {
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("footage-snapshot")));
    }

    private void assertIgnored(UUID learned) {
        assertThat(kept(NEVER).read().entries()).isEmpty();
        assertThat(index().compare(query(moving(0, 20))).matches())
                .extracting(FootageMatch::evidenceId)
                .containsExactly(learned);
    }

    /** What is offered while an older snapshot is being written waits for the next comparison. */
    private void awaitSnapshot(FootageIndex keeping, int media) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            keeping.compare(query(moving(0, 20)));
            return kept(NEVER).read().entries().size() == media;
        });
    }

    private static UUID learn(FootageIndex index, FootageQuery footage) {
        UUID evidenceId = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> index.conclude(evidenceId, footage, index.compare(footage)));
        index.compare(footage);
        return evidenceId;
    }

    private FootageIndex index() {
        return new FootageIndex(repository, kept(NEVER), config);
    }

    private FootageIndex keepingIndex() {
        return new FootageIndex(repository, kept(1), config);
    }

    private FootageSnapshotStore kept(int every) {
        return new FootageSnapshotStore(repository, new SnapshotConfig() {
            @Override
            public Optional<Path> directory() {
                return Optional.of(directory);
            }

            @Override
            public int media() {
                return every;
            }
        });
    }
}
