package ma.balagh.intake.custody;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import ma.balagh.audit.transparency.CanonicalJsonWriter;

/**
 * One thing that happened to an evidence. The hash covers everything else in the entry and the hash of the one before;
 * {@code docs/custody-chain.md} describes it so that anybody can compute it again.
 *
 * @param sequence 1 for the first entry of an evidence, without gaps
 * @param at when, in whole milliseconds
 * @param actor who: user name or client id
 * @param detail names and values that the action needs
 * @param previousHash hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 of the canonical form, 64 lower-case hexadecimal digits
 */
public record CustodyEntry(
        UUID evidenceId,
        int sequence,
        Instant at,
        String actor,
        CustodyAction action,
        SortedMap<String, String> detail,
        String previousHash,
        String hash) {

    /** What the first entry of a chain names as its predecessor. */
    public static final String GENESIS = "0".repeat(64);

    private static final String FORMAT = "balagh-custody/1";

    // Instant.toString leaves out milliseconds that are zero; the canonical form has always three digits.
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public CustodyEntry {
        detail = new TreeMap<>(detail);
    }

    /** The first entry of a chain. */
    static CustodyEntry first(
            UUID evidenceId, Instant at, String actor, CustodyAction action, Map<String, String> detail) {
        return chained(evidenceId, 1, at, actor, action, detail, GENESIS);
    }

    /** The entry that comes after this one. */
    CustodyEntry next(Instant at, String actor, CustodyAction action, Map<String, String> detail) {
        return chained(evidenceId, sequence + 1, at, actor, action, detail, hash);
    }

    private static CustodyEntry chained(
            UUID evidenceId,
            int sequence,
            Instant at,
            String actor,
            CustodyAction action,
            Map<String, String> detail,
            String previousHash) {
        var unsealed = new CustodyEntry(
                evidenceId,
                sequence,
                at.truncatedTo(ChronoUnit.MILLIS),
                actor,
                action,
                new TreeMap<>(detail),
                previousHash,
                "");
        return new CustodyEntry(
                evidenceId,
                sequence,
                unsealed.at,
                actor,
                action,
                unsealed.detail,
                previousHash,
                unsealed.computedHash());
    }

    /** What {@link #hash} has to be. */
    String computedHash() {
        try {
            byte[] canonical = canonicalForm().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A time as all that is hashed or signed writes it. */
    public static String time(Instant at) {
        return MILLISECONDS.format(at);
    }

    /** The entry without its hash as canonical JSON (RFC 8785). */
    String canonicalForm() {
        var json = new CanonicalJsonWriter();
        json.member("action", action.name());
        json.member("actor", actor);
        json.member("at", time(at));
        json.member("detail", CanonicalJsonWriter.of(detail));
        json.member("evidenceId", evidenceId.toString());
        json.member("format", FORMAT);
        json.member("previousHash", previousHash);
        json.member("sequence", sequence);
        return json.end();
    }
}
