package ma.balagh.analysis.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.contracts.analysis.EvidenceExamined;
import ma.balagh.contracts.intake.EvidenceErased;
import ma.balagh.contracts.intake.EvidenceSecured;
import ma.balagh.platform.test.KafkaProbe;

/** Evidence that intake secures and tells of. */
public record Arrivals(IntakeStand intake, KafkaProbe kafka) {

    /** A file of a report of its own, in Casablanca. */
    public UUID secured(Path file) throws IOException {
        return secured(Files.readAllBytes(file), "MA-CAS");
    }

    public UUID secured(byte[] bytes, String jurisdiction) {
        UUID evidenceId = IdGenerator.next();
        intake.put(evidenceId, bytes);
        tell(evidenceId, sha256(bytes), bytes.length, jurisdiction);
        return evidenceId;
    }

    /** Evidence that intake has and tells nobody of. */
    public UUID given(byte[] bytes) {
        UUID evidenceId = IdGenerator.next();
        intake.put(evidenceId, bytes);
        return evidenceId;
    }

    /** Intake keeps this evidence's bytes no more, and tells so. */
    public EvidenceErased erased(UUID evidenceId, byte[] bytes) {
        intake.remove(evidenceId);
        var erased = new EvidenceErased(evidenceId, sha256(bytes), now());
        kafka.publish(erased);
        return erased;
    }

    /** Bytes that were erased came in again. */
    public void securedAgain(UUID evidenceId, byte[] bytes) {
        intake.put(evidenceId, bytes);
        tell(evidenceId, sha256(bytes), bytes.length, "MA-CAS");
    }

    /** From now on intake gives this evidence only when the latch opens. */
    public CountDownLatch held(UUID evidenceId) {
        return intake.hold(evidenceId);
    }

    public void intakeIsAway(boolean gone) {
        intake.goAway(gone);
    }

    /** How often intake was asked for this evidence. */
    public int fetches(UUID evidenceId) {
        return intake.requestsFor(evidenceId).size();
    }

    void tell(UUID evidenceId, String sha256, long size, String jurisdiction) {
        Instant now = now();
        kafka.publish(new EvidenceSecured(
                evidenceId, IdGenerator.next(), sha256, size, "video/mp4", jurisdiction, now, now, null));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public EvidenceExamined awaitExamined(UUID evidenceId) {
        return kafka.await(
                EvidenceExamined.class, examined -> examined.evidenceId().equals(evidenceId));
    }

    /** 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
