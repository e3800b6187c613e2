package ma.balagh.intake.upload;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import ma.balagh.http.ProblemException;
import ma.balagh.intake.IntakeProblem;
import ma.balagh.intake.evidence.ContainerFormat;
import ma.balagh.intake.evidence.EvidenceService;
import ma.balagh.intake.evidence.Sha256Digest;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a request brings behind what an upload has. The row says how far it is after the disk has it, so a crash
 * takes nothing that a client was told is there; of a long request it takes little of the rest.
 */
@ApplicationScoped
class UploadWriter {

    private static final int BUFFER = 1 << 18;
    private static final long BYTES_AT_RISK = 32L << 20;
    private static final Duration TIME_AT_RISK = Duration.ofSeconds(2);

    private final UploadRepository repository;
    private final UploadFileStore files;
    private final RunningDigestCache digests;
    private final UploadEndingService ending;
    private final UploadConfig config;
    private final Clock clock;
    private final ConcurrentMap<UUID, ChunkBodyReader> running = new ConcurrentHashMap<>();

    UploadWriter(
            UploadRepository repository,
            UploadFileStore files,
            RunningDigestCache digests,
            UploadEndingService ending,
            UploadConfig config,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.digests = digests;
        this.ending = ending;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Whoever calls holds the upload, which is open.
     *
     * @return the upload as it stands afterwards
     * @throws ProblemException 400 when the connection broke: what came before is kept, unless a checksum was to cover
     *     it; 413 when more came than is missing; 415 or 422 when the upload ended because of what came; 460 when the
     *     checksum is another
     */
    Upload write(Upload upload, UploadChunk chunk) {
        files.requireRoom(Math.max(chunk.announced(), 0));
        var body = new ChunkBodyReader(chunk.body(), clock);
        running.put(upload.id(), body);
        try (FileChannel file = files.open(upload)) {
            var writing = new Writing(upload, chunk.checksum(), body, file);
            writing.run();
            return writing.upload;
        } catch (IOException e) {
            throw EvidenceService.unwritable(e);
        } finally {
            running.remove(upload.id());
        }
    }

    /** Cuts off a request of this process that holds the upload and has been silent. */
    void cutIfSilent(UUID id) {
        ChunkBodyReader body = running.get(id);
        if (body != null) {
            body.cutIfSilent(config.silence());
        }
    }

    /** One request's work. */
    private final class Writing {

        private final @Nullable UploadChecksum checksum;
        private final @Nullable MessageDigest ofChunk;
        private final ChunkBodyReader body;
        private final FileChannel file;
        private final MessageDigest ofAll;
        private final byte[] buffer = new byte[BUFFER];
        private final Instant start = clock.instant();

        private Upload upload;
        private long position;
        private Instant safeUntil;

        Writing(Upload upload, @Nullable UploadChecksum checksum, ChunkBodyReader body, FileChannel file)
                throws IOException {
            this.upload = upload;
            this.position = upload.position();
            this.checksum = checksum;
            // What a checksum covers counts as a whole or not at all.
            this.safeUntil = checksum == null ? start.plus(TIME_AT_RISK) : Instant.MAX;
            this.ofChunk = checksum == null ? null : checksum.digest();
            this.body = body;
            this.file = file;
            this.ofAll = digests.of(upload.id(), file, position);
        }

        void run() throws IOException {
            for (int read = next(); read > 0; read = next()) {
                ofAll.update(buffer, 0, read);
                if (ofChunk != null) {
                    ofChunk.update(buffer, 0, read);
                }
                write(ByteBuffer.wrap(buffer, 0, read));
                position += read;
                requireMedium(position - read);
                if (checksum == null && isMuchAtRisk()) {
                    commit();
                    files.requireRoom(0);
                }
            }
            if (checksum != null && ofChunk != null) {
                requireChecksum(checksum, ofChunk);
            }
            commit();
            if (body.isCut() && !upload.isComplete()) {
                throw brokenOff();
            }
        }

        private int next() {
            long missing = upload.length() - position;
            if (missing == 0) {
                requireEnd();
                return 0;
            }
            return body.fill(buffer, (int) Math.min(BUFFER, missing), safeUntil);
        }

        private void requireEnd() {
            if (body.fill(new byte[1], 1, safeUntil) > 0) {
                throw IntakeProblem.MEDIUM_TOO_LARGE.because(
                        "the upload was announced with %,d bytes".formatted(upload.length()));
            }
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }

        /** As soon as the bytes that tell are there. */
        private void requireMedium(long from) throws IOException {
            long needed = Math.min(ContainerFormat.HEAD, upload.length());
            if (from < needed && position >= needed) {
                try {
                    ContainerFormat.require(UploadFileStore.head(file, upload.length()));
                } catch (ProblemException noMedium) {
                    ending.end(upload.id(), UploadStatus.REFUSED);
                    throw noMedium;
                }
            }
        }

        private void requireChecksum(UploadChecksum checksum, MessageDigest digest) throws IOException {
            if (!checksum.matches(digest.digest())) {
                file.truncate(upload.position());
                throw body.isCut()
                        ? brokenOff()
                        : IntakeProblem.CHECKSUM_MISMATCH.because("none of the bytes of this request is kept");
            }
        }

        private boolean isMuchAtRisk() {
            return position - upload.position() >= BYTES_AT_RISK
                    || clock.instant().isAfter(safeUntil);
        }

        private void commit() throws IOException {
            if (position == upload.position()) {
                return;
            }
            file.force(true);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var grown = new Upload(
                    upload.id(),
                    upload.reportId(),
                    upload.createdBy(),
                    upload.sender(),
                    upload.sees(),
                    upload.metadata(),
                    upload.length(),
                    position,
                    upload.status(),
                    position == upload.length() ? contents() : null,
                    null,
                    requireNonNullElse(upload.receivedAt(), start),
                    now.plus(config.patience()));
            if (!repository.advance(upload, grown)) {
                throw IntakeProblem.OFFSET_MISMATCH.because("somebody else has changed the upload meanwhile");
            }
            digests.keep(upload.id(), ofAll, position);
            upload = grown;
            safeUntil = now.plus(TIME_AT_RISK);
        }

        private Upload.Contents contents() throws IOException {
            Sha256Digest digest = RunningDigestCache.result(ofAll);
            Sha256Digest announced = upload.metadata().announced();
            if (announced != null && !announced.equals(digest)) {
                ending.end(upload.id(), UploadStatus.REFUSED);
                throw IntakeProblem.DIGEST_MISMATCH.because("sha256 was announced as %s, the bytes that arrived have %s"
                        .formatted(announced.hex(), digest.hex()));
            }
            return new Upload.Contents(digest, ContainerFormat.require(UploadFileStore.head(file, upload.length())));
        }

        private ProblemException brokenOff() {
            return IntakeProblem.INCOMPLETE_UPLOAD.because("the connection ended before the request did");
        }
    }
}
