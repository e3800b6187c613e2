package ma.balagh.platform.backup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.balagh.contracts.Topic;
import ma.balagh.platform.kafka.TopicCopier;
import ma.balagh.platform.part.ProgressListener;
import ma.balagh.platform.part.SuiteDirectories;
import ma.balagh.platform.part.SuiteException;
import ma.balagh.platform.postgres.DatabaseProvisioner;
import ma.balagh.platform.process.FileTrees;
import ma.balagh.platform.suite.Suite;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PostgreSQL and Kafka as the suite has them, with writers of the test's own: backed up while these write, destroyed and
 * restored.
 */
final class BackupWriterTest {

    private static final int PORT_OFFSET = 16_000;
    private static final ProgressListener PROGRESS = message -> System.out.println("[backup] " + message);
    private static final TopicPartition REPORTS = new TopicPartition(Topic.REPORTS.topicName(), 1);

    @TempDir
    private static Path directory;

    private static List<Integer> before = List.of();

    @BeforeAll
    static void backUpDestroyAndRestore() throws Exception {
        suite().start("postgres", PROGRESS);
        suite().start("kafka", PROGRESS);
        try (var connection = databases().connect("intake");
                var statement = connection.createStatement()) {
            statement.execute("set role intake_owner");
            statement.execute("create table left_hand (number int)");
            statement.execute("create table right_hand (number int)");
            statement.execute("grant select, insert on left_hand, right_hand to intake");
        }
        sendRecords();
        Files.createDirectories(film().getParent());
        Files.writeString(film(), "film");
        Files.createDirectories(incoming());
        Files.writeString(incoming().resolve("part"), "half a fi");
        var writer = Writer.start(suite().workplace().ports().jdbcUrl("intake"), committed());
        while (Writer.read(committed()).size() < 20) {
            Thread.sleep(10);
        }
        before = Writer.read(committed());
        new BackupWriter(
                        suite().workplace(),
                        () -> List.of(writer.toHandle()),
                        BackupWriterTest::deleteTheFilmBeforeItIsCopied)
                .make(backup());
        writer.destroy();
        assertThat(writer.waitFor()).as("nobody was refused").isEqualTo(143);
        destroy();
        new BackupRestorer(suite(), PROGRESS).from(backup());
        suite().start("postgres", PROGRESS);
        suite().start("kafka", PROGRESS);
    }

    @AfterAll
    static void stop() {
        suite().partNames().forEach(suite()::kill);
    }

    @Test
    void keepsWhatWasCommittedBeforeAndNoHalfOfAnything() throws Exception {
        assertThat(numbersIn("left_hand")).containsAll(before).isSubsetOf(Writer.read(committed()));
        assertThat(numbersIn("right_hand")).containsExactlyInAnyOrderElementsOf(numbersIn("left_hand"));
    }

    @Test
    void keepsOwnersAndGrants() throws Exception {
        try (var connection = databases().connect("intake");
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select tableowner, has_table_privilege('intake', 'left_hand', 'insert'),
                               has_table_privilege('intake', 'left_hand', 'update')
                        from pg_tables where tablename = 'left_hand'
                        """)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("intake_owner");
            assertThat(row.getBoolean(2)).isTrue();
            assertThat(row.getBoolean(3)).isFalse();
        }
    }

    @Test
    void keepsRecordsAndHowFarTheirReadersAre() {
        try (var topics = new TopicCopier(bootstrapServers());
                var consumer =
                        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThat(topics.ends().groups().get("analysis"))
                    .containsExactlyEntriesOf(Map.of(REPORTS.topic() + "/1", 2L));
            consumer.assign(List.of(REPORTS));
            consumer.seek(REPORTS, 2);
            var read = consumer.poll(Duration.ofSeconds(20)).records(REPORTS).getFirst();
            assertThat(read.timestamp()).isEqualTo(7);
            assertThat(read.key()).containsExactly(1);
            assertThat(read.value()).containsExactly(-1, 2);
            assertThat(read.headers().lastHeader("ce_id").value()).containsExactly(-2);
            assertThat(read.headers().lastHeader("none").value()).isNull();
        }
    }

    @Test
    void keepsEvidenceThatWasDeletedWhileItWasCopied() {
        assertThat(film()).hasContent("film");
    }

    @Test
    void leavesOutWhatIsStillComingIn() {
        assertThat(incoming()).doesNotExist();
    }

    @Test
    void doesNotRestoreOverASuiteThatHasData() {
        assertThatThrownBy(() -> new BackupRestorer(suite(), PROGRESS).from(backup()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("./balagh reset");
        assertThat(suite().isAnyRunning()).isTrue();
    }

    @Test
    void keepsNothingThatIsNotAsTheBackupSays() throws Exception {
        // Given: a backup that says otherwise of one table, and a suite without data
        var other = directory.resolve("other-backup");
        FileTrees.copy(backup(), other);
        var contents = BackupContents.read(other);
        requireNonNull(contents.databases().get("intake"))
                .tables()
                .put("public.left_hand", new DatabaseInventory.Contents(1, "2"));
        contents.write(other);
        var empty = workplace("empty", 50);

        // When, then
        assertThatThrownBy(() -> new BackupRestorer(new Suite(empty), PROGRESS).from(other))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(
                        "intake public.left_hand (1 rows, %d there)",
                        numbersIn("left_hand").size());
        assertThat(empty.data()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recovering the databases", "copying evidence", "filling the topics"})
    void leavesNothingOfARestoreThatIsKilled(String step) throws Exception {
        // Given
        var workplace = workplace("killed", 100);

        // When
        BackupProgram.killAt(step, "restore", workplace, backup());

        // Then
        assertThat(workplace.data()).doesNotExist();
    }

    @Test
    void leavesNoSecondNamesOfEvidenceWhereABackupIsKilled() throws Exception {
        // When
        BackupProgram.killAt("copying evidence", "backup", suite().workplace(), directory.resolve("killed-backup"));

        // Then
        assertThat(directory.resolve("data/run/backup")).doesNotExist();
        assertThat(directory.resolve("killed-backup")).doesNotExist();
        assertThat(directory.resolve("killed-backup.unfinished")).doesNotExist();
    }

    private static SuiteDirectories workplace(String data, int further) {
        var repository = SuiteDirectories.repositoryAround(Path.of("").toAbsolutePath());
        return SuiteDirectories.in(repository, directory.resolve(data), PORT_OFFSET + further);
    }

    private static Suite suite() {
        return new Suite(workplace("data", 0));
    }

    private static DatabaseProvisioner databases() {
        return new DatabaseProvisioner(suite().workplace().ports());
    }

    private static Path backup() {
        return directory.resolve("backup");
    }

    /** What the writer was told is committed. */
    private static Path committed() {
        return directory.resolve("committed");
    }

    private static Path film() {
        return directory.resolve("data/intake/evidence/sha256/ab/film");
    }

    private static Path incoming() {
        return directory.resolve("data/intake/evidence/incoming");
    }

    private static String bootstrapServers() {
        return suite().workplace().ports().bootstrapServers();
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    private static void sendRecords() throws Exception {
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var number = 0; number < 3; number++) {
                var sent = new ProducerRecord<>(REPORTS.topic(), 1, 7L, new byte[] {1}, new byte[] {-1, (byte) number});
                sent.headers().add(new RecordHeader("ce_id", new byte[] {-2})).add(new RecordHeader("none", null));
                producer.send(sent);
            }
        }
        try (var admin = Admin.create(settings())) {
            admin.alterConsumerGroupOffsets("analysis", Map.of(REPORTS, new OffsetAndMetadata(2)))
                    .all()
                    .get();
        }
    }

    private static List<Integer> numbersIn(String table) throws SQLException {
        try (var connection = databases().connect("intake");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select array_agg(number) from " + table)) {
            rows.next();
            return List.of((Integer[]) rows.getArray(1).getArray());
        }
    }

    private static void deleteTheFilmBeforeItIsCopied(String progress) {
        PROGRESS.say(progress);
        if (progress.equals("copying evidence")) {
            try {
                Files.delete(film());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void destroy() throws Exception {
        suite().partNames().forEach(suite()::kill);
        FileTrees.delete(suite().workplace().data());
    }
}
