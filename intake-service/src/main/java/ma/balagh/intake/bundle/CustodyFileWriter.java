package ma.balagh.intake.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import ma.balagh.audit.transparency.CanonicalJsonWriter;
import ma.balagh.contracts.file.StoredZipWriter;
import ma.balagh.intake.custody.CustodyEntry;
import ma.balagh.intake.evidence.CustodyChainReader;
import ma.balagh.intake.evidence.Sha256Digest;

/**
 * Writes a chain as a file of a bundle, of any length: once to learn its size, CRC and digest, which come before it,
 * and once into the bundle.
 */
final class CustodyFileWriter {

    private final CustodyChainReader chain;
    private final CRC32 crc = new CRC32();
    private final String sha256;
    private final long size;

    CustodyFileWriter(CustodyChainReader chain) {
        this.chain = chain;
        MessageDigest digest = Sha256Digest.algorithm();
        var counted = new CountingStream();
        try (var out = new DigestOutputStream(new CheckedOutputStream(counted, crc), digest)) {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.size = counted.count;
        this.sha256 = HexFormat.of().formatHex(digest.digest());
    }

    long size() {
        return size;
    }

    String sha256() {
        return sha256;
    }

    StoredZipWriter.Entry entry(String name) {
        return new StoredZipWriter.Entry(name, size, crc.getValue(), this::writeTo);
    }

    /** Canonical JSON. */
    private void writeTo(OutputStream to) throws IOException {
        var out = new BufferedOutputStream(to, 1 << 16);
        // An object with an empty list, to which the entries are added before its end.
        String empty = new CanonicalJsonWriter()
                .member("evidenceId", chain.chainId().toString())
                .member("format", "balagh-custody-chain/2")
                .strings("items", List.of())
                .end();
        String end = "]}";
        out.write(empty.substring(0, empty.length() - end.length()).getBytes(UTF_8));
        var isFirst = new AtomicBoolean(true);
        chain.forEach((entry, shown) -> {
            if (!isFirst.getAndSet(false)) {
                out.write(',');
            }
            out.write((shown ? item(entry) : commitment(entry)).end().getBytes(UTF_8));
        });
        out.write(end.getBytes(UTF_8));
        out.flush();
    }

    private static CanonicalJsonWriter item(CustodyEntry entry) {
        return new CanonicalJsonWriter()
                .member("action", entry.action().name())
                .member("actor", entry.actor())
                .member("at", CustodyEntry.time(entry.at()))
                .member("detail", CanonicalJsonWriter.of(entry.detail()))
                .member("hash", entry.hash())
                .member("previousHash", entry.previousHash())
                .member("sequence", entry.sequence());
    }

    private static CanonicalJsonWriter commitment(CustodyEntry entry) {
        return new CanonicalJsonWriter()
                .member("hash", entry.hash())
                .member("previousHash", entry.previousHash())
                .member("sequence", entry.sequence());
    }

    private static final class CountingStream extends OutputStream {

        private long count;

        @Override
        public void write(int each) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
