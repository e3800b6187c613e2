package ma.balagh.intake.bundle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ma.balagh.verifier.SignatureVerifier;
import ma.balagh.verifier.VerifiedTimeStamp;

/** Verifies the same bytes once: of a bundle that is changed ten thousand times, nearly all signatures stay as they are. */
final class RememberingCryptography extends SignatureVerifier {

    private final Map<List<ByteBuffer>, Boolean> signed = new ConcurrentHashMap<>();
    private final Map<List<ByteBuffer>, Optional<VerifiedTimeStamp>> stamps = new ConcurrentHashMap<>();

    @Override
    public boolean isSigned(byte[] publicKey, byte[] content, byte[] signature) {
        return signed.computeIfAbsent(
                question(publicKey, content, signature), key -> super.isSigned(publicKey, content, signature));
    }

    @Override
    public Optional<VerifiedTimeStamp> stamp(byte[] response, byte[] content) {
        return stamps.computeIfAbsent(question(response, content), key -> super.stamp(response, content));
    }

    private static List<ByteBuffer> question(byte[]... parts) {
        return Arrays.stream(parts).map(ByteBuffer::wrap).toList();
    }
}
