package ma.balagh.analysis.media;

/**
 * A file that somebody made to harm whoever reads it.
 *
 * @param name as somebody would send it; may be anything that a file system takes
 * @param readable whether some of it may be read; else it must be refused
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record HostileFile(String name, byte[] bytes, boolean readable) {

    /** Which may be read or not, as long as nothing else happens. */
    static HostileFile any(String name, byte[]... bytes) {
        return new HostileFile(name, Bytes.joined(bytes), true);
    }

    /** Which is no medium of its own. */
    static HostileFile refused(String name, byte[]... bytes) {
        return new HostileFile(name, Bytes.joined(bytes), false);
    }
}
