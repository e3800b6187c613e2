package ma.balagh.analysis.credentials.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.balagh.analysis.credentials.encoding.DamagedEncodingException;

/**
 * The credentials that a medium carries.
 *
 * @param format of the medium
 * @param stores more than one is one too many
 * @param descriptions where the medium keeps XMP, which may say that credentials are kept elsewhere
 */
public record EmbeddedCredentials(Format format, List<CredentialStore> stores, List<ByteSpan> descriptions) {

    /** Formats by the way they keep credentials. */
    public enum Format {
        JPEG,
        PNG,
        RIFF,
        BMFF,
        OTHER
    }

    private static final int LONGEST_DESCRIPTION = 1 << 18;

    /** The key of XMP by which a file refers to credentials on a server (C2PA specification 2.2, 15.5.3.1). */
    private static final Pattern REFERENCE =
            Pattern.compile("dcterms:provenance\\s*(?:=\\s*[\"']([^\"'<]{1,2000})|>([^<]{1,2000})<)");

    private static final int RIFF = 0x52494646;
    private static final int PNG_SIGNATURE = 0x89504E47;
    private static final int JPEG_START = 0xFFD8;

    public EmbeddedCredentials {
        stores = List.copyOf(stores);
        descriptions = List.copyOf(descriptions);
    }

    /** @throws DamagedEncodingException when it carries a store that cannot be read */
    public static EmbeddedCredentials by(MediumBytesReader medium) throws IOException, DamagedEncodingException {
        if (medium.size() < 12) {
            return new EmbeddedCredentials(Format.OTHER, List.of(), List.of());
        }
        ByteBuffer head = medium.read(0, 12);
        if (Short.toUnsignedInt(head.getShort(0)) == JPEG_START) {
            return new JpegCredentialReader(medium).carried();
        }
        return switch (head.getInt(0)) {
            case PNG_SIGNATURE -> new ChunkCredentialReader(medium, Format.PNG).carried();
            case RIFF -> new ChunkCredentialReader(medium, Format.RIFF).carried();
            default ->
                BoxPathReader.start(head.getInt(4))
                        ? new BmffCredentialReader(medium).carried()
                        : new EmbeddedCredentials(Format.OTHER, List.of(), List.of());
        };
    }

    /** Where the medium says that its credentials are kept; nobody goes there to look. */
    public Optional<String> reference(MediumBytesReader medium) throws IOException {
        for (ByteSpan span : descriptions) {
            try {
                ByteBuffer bytes = medium.read(span.from(), (int) Math.min(span.length(), LONGEST_DESCRIPTION));
                Matcher reference = REFERENCE.matcher(StandardCharsets.UTF_8.decode(bytes));
                if (reference.find()) {
                    return Optional.of(reference.group(1) == null ? reference.group(2) : reference.group(1));
                }
            } catch (DamagedEncodingException endsBefore) {
                continue;
            }
        }
        return Optional.empty();
    }
}
