package ma.balagh.analysis.credentials.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ma.balagh.analysis.credentials.container.EmbeddedCredentials.Format;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/**
 * Finds credentials in a PNG's chunk caBX or in a RIFF file's chunk C2PA (WebP, AVI, WAV). PNG writes length, name,
 * content and a checksum; RIFF name, length, content, and a byte of padding where the length is odd.
 */
final class ChunkCredentialReader {

    /** First letters of the UUID by which a store is known, {@code c2pa}. */
    static final int C2PA_TYPE = 0x63327061;

    private static final int MOST_CHUNKS = 100_000;

    private static final int PNG_STORE = name("caBX");
    private static final int PNG_TEXT = name("iTXt");
    private static final int RIFF_STORE = name("C2PA");
    private static final int RIFF_TEXT = name("XMP ");
    private static final int RIFF_LIST = name("RIFF");

    private final MediumBytesReader medium;
    private final boolean isPng;
    private final List<CredentialStore> stores = new ArrayList<>();
    private final List<ByteSpan> descriptions = new ArrayList<>();

    ChunkCredentialReader(MediumBytesReader medium, Format format) {
        this.medium = medium;
        this.isPng = format == Format.PNG;
    }

    EmbeddedCredentials carried() throws IOException, DamagedEncodingException {
        long at = isPng ? 8 : 0;
        for (int k = 0; k < MOST_CHUNKS && at + 8 <= medium.size() && stores.size() < CredentialStore.ENOUGH; k++) {
            ByteBuffer head = medium.read(at, 8);
            int name = head.getInt(isPng ? 4 : 0);
            long length = Integer.toUnsignedLong(
                    isPng ? head.getInt(0) : head.order(ByteOrder.LITTLE_ENDIAN).getInt(4));
            if (!isPng && name == RIFF_LIST) {
                at += 12;
                continue;
            }
            long end = at + 8 + length + (isPng ? 4 : 0);
            if (name == (isPng ? PNG_STORE : RIFF_STORE)) {
                stores.add(store(new ByteSpan(at, end), length));
            } else if (name == (isPng ? PNG_TEXT : RIFF_TEXT) && end <= medium.size()) {
                descriptions.add(new ByteSpan(at + 8, at + 8 + length));
            }
            at = end + (isPng ? 0 : length % 2);
        }
        return new EmbeddedCredentials(isPng ? Format.PNG : Format.RIFF, stores, descriptions);
    }

    private CredentialStore store(ByteSpan chunk, long length) throws IOException, DamagedEncodingException {
        if (length > CredentialStore.LARGEST) {
            throw new DamagedEncodingException("a store too large");
        }
        return new CredentialStore(List.of(medium.read(chunk.from() + 8, (int) length)), List.of(chunk), 0);
    }

    private static int name(String letters) {
        return ByteBuffer.wrap(letters.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
