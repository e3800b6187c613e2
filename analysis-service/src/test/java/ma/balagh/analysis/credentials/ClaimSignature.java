package ma.balagh.analysis.credentials;

import static ma.balagh.analysis.credentials.Asn1.joined;
import static ma.balagh.analysis.credentials.CborBytes.ordered;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Signs a claim (COSE, RFC 9052), with a time stamp unless that is of the earliest time there is. */
record ClaimSignature(ThrowAwaySigner signer, ThrowAwaySigner certified, Instant stampedAt, boolean hasForeignPayload) {

    byte[] of(byte[] claim) {
        byte[] header = CborBytes.of(ordered(1, signer.algorithm.number, 33, certified.certificate()));
        byte[] payload = hasForeignPayload ? "another claim".getBytes(StandardCharsets.US_ASCII) : claim;
        byte[] signature = signer.sign(toBeSigned("Signature1", header, payload));
        Map<Object, Object> open = Map.of();
        if (!stampedAt.equals(Instant.MIN)) {
            byte[] stamped = toBeSigned("CounterSignature", header, shortest(2, signature));
            open = ordered(
                    "sigTst2",
                    ordered(
                            "tstTokens",
                            List.of(ordered(
                                    "val",
                                    padded(new ThrowAwaySigner(ThrowAwaySigner.Algorithm.ES256)
                                            .timeStamp(stamped, stampedAt))))));
        }
        return joined(
                new byte[] {(byte) 0xD2},
                CborBytes.of(List.of(header, open, hasForeignPayload ? payload : CborBytes.NULL, signature)));
    }

    /** A signature of ECDSA in DER is sometimes a byte or two shorter; what stands behind the token is not read. */
    private static byte[] padded(byte[] token) {
        return Arrays.copyOf(token, 1200);
    }

    private static byte[] toBeSigned(String context, byte[] header, byte[] payload) {
        return joined(
                new byte[] {(byte) 0x84},
                shortest(3, context.getBytes(StandardCharsets.US_ASCII)),
                shortest(2, header),
                shortest(2, new byte[0]),
                shortest(2, payload));
    }

    private static byte[] shortest(int kind, byte[] string) {
        byte[] head = string.length < 24
                ? new byte[] {(byte) (kind << 5 | string.length)}
                : string.length < 256
                        ? new byte[] {(byte) (kind << 5 | 24), (byte) string.length}
                        : new byte[] {(byte) (kind << 5 | 25), (byte) (string.length >> 8), (byte) string.length};
        return joined(head, string);
    }
}
