package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import ma.balagh.analysis.media.RenderedMedium;
import ma.balagh.http.ByteRange;
import ma.balagh.taskqueue.LeaseLostException;
import ma.balagh.taskqueue.TaskQueue;

/**
 * Stores the bytes of renditions in pieces of a mebibyte: every replica can read any part, and neither writing nor
 * reading holds more than a piece.
 */
@ApplicationScoped
class RenditionContentStore {

    static final int PIECE = 1 << 20;

    private static final String READY = """
            state = 'READY', progress = 1, ended_at = ?, last_used_at = ?,
            media_type = ?, size = ?, result_sha256 = ?, seconds = ?, pictures = ?, made = cast(? as jsonb)
            """;

    private final RenditionPieceRepository pieces;
    private final TaskQueue<RenditionTask> tasks;
    private final RenditionJsonMapper json;
    private final Clock clock;

    RenditionContentStore(
            RenditionPieceRepository pieces, RenditionQueue queue, RenditionJsonMapper json, Clock clock) {
        this.pieces = pieces;
        this.tasks = queue.tasks();
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what was made. Each piece is a transaction of its own, so that a large one holds nobody up; nobody reads them
     * before the last one makes the rendition ready.
     *
     * @throws LeaseLostException when another worker may have it
     */
    void keep(RenditionTask task, RenderedMedium rendered, RenditionProvenance made) throws IOException {
        // An earlier worker may have left some.
        pieces.deleteAll(task.id());
        MessageDigest sha256 = sha256();
        try (InputStream file = Files.newInputStream(rendered.file())) {
            int number = 0;
            for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
                sha256.update(piece);
                add(task, number++, piece);
            }
        }
        end(task, rendered, made, HexFormat.of().formatHex(sha256.digest()));
    }

    /** Writes a part of it. */
    void write(UUID renditionId, ByteRange range, OutputStream out) throws IOException {
        for (long at = range.first(); at <= range.last(); ) {
            int number = (int) (at / PIECE);
            byte[] piece = piece(renditionId, number);
            int from = (int) (at % PIECE);
            int length = (int) Math.min(range.last() - at + 1, piece.length - from);
            if (length <= 0) {
                throw new IOException("a piece is too short: " + number);
            }
            out.write(piece, from, length);
            at += length;
        }
    }

    private void add(RenditionTask task, int number, byte[] piece) {
        if (!pieces.insert(task, number, piece)) {
            throw new LeaseLostException();
        }
    }

    private void end(RenditionTask task, RenderedMedium rendered, RenditionProvenance made, String digest)
            throws IOException {
        long size = Files.size(rendered.file());
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        tasks.end(
                task,
                READY,
                now,
                now,
                rendered.form().mediaType(),
                size,
                digest,
                rendered.seconds(),
                rendered.pictures(),
                json.written(made));
    }

    private byte[] piece(UUID renditionId, int number) throws IOException {
        return pieces.find(renditionId, number)
                .orElseThrow(() -> new IOException("a piece is not kept any more: " + number));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
