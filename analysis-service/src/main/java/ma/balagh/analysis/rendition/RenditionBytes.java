package ma.balagh.analysis.rendition;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import ma.balagh.analysis.lease.LeaseLost;
import ma.balagh.analysis.lease.LeaseTable;
import ma.balagh.analysis.media.Rendered;
import ma.balagh.http.ByteRange;

/**
 * The bytes of renditions, in pieces of a mebibyte: every replica can read each part of them, and neither writing nor
 * reading holds more than a piece.
 */
@ApplicationScoped
class RenditionBytes {

    static final int PIECE = 1 << 20;

    private static final String READY = """
            state = 'READY', progress = 1, ended_at = :now, last_used_at = :now,
            media_type = :mediaType, size = :size, result_sha256 = :digest, seconds = :seconds, pictures = :pictures,
            made = cast(:made as jsonb)
            """;

    private final RenditionPieceRepository pieces;
    private final LeaseTable leases;
    private final RenditionJson json;
    private final Clock clock;

    RenditionBytes(RenditionPieceRepository pieces, RenditionQueue queue, RenditionJson json, Clock clock) {
        this.pieces = pieces;
        this.leases = queue.leases();
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what was made. Each piece is a transaction of its own, so that a large one holds nobody up; nobody reads them
     * before the last one makes the rendition ready.
     *
     * @throws LeaseLost when somebody else may hold it by now
     */
    void keep(Claim claim, Rendered rendered, Made made) throws IOException {
        // An earlier worker may have left some.
        pieces.deleteAll(claim.id());
        MessageDigest sha256 = sha256();
        try (InputStream file = Files.newInputStream(rendered.file())) {
            int number = 0;
            for (byte[] piece = file.readNBytes(PIECE); piece.length > 0; piece = file.readNBytes(PIECE)) {
                sha256.update(piece);
                add(claim, number++, piece);
            }
        }
        end(claim, rendered, made, HexFormat.of().formatHex(sha256.digest()));
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

    private void add(Claim claim, int number, byte[] piece) {
        if (!pieces.insert(claim, number, piece)) {
            throw new LeaseLost();
        }
    }

    private void end(Claim claim, Rendered rendered, Made made, String digest) throws IOException {
        long size = Files.size(rendered.file());
        leases.end(
                claim,
                READY,
                update -> update.bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("mediaType", rendered.form().mediaType())
                        .bind("size", size)
                        .bind("digest", digest)
                        .bind("seconds", rendered.seconds())
                        .bind("pictures", rendered.pictures())
                        .bind("made", json.written(made)));
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
