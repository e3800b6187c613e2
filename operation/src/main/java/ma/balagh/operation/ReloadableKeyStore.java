package ma.balagh.operation;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The key and certificate of a server, replaceable during handshakes. Java asks for the alias, the key and the chain
 * one after the other; an alias names its generation, so that a handshake ends with the key that it began with.
 */
final class ReloadableKeyStore extends X509ExtendedKeyManager {

    /** A handshake takes far less time than the renewals between it and its keys. */
    private static final int KEPT = 3;

    private static final List<String> KEY_TYPES = List.of("EC", "RSA", "EdDSA");

    private record Generation(long number, X509ExtendedKeyManager keys) {}

    /** Newest first. */
    private volatile List<Generation> generations = List.of();

    /**
     * Shows these from the next handshake on.
     *
     * @return false when a certificate does not belong to its key: the files were read while they were replaced
     */
    synchronized boolean replace(X509ExtendedKeyManager keys) throws GeneralSecurityException {
        if (!isConsistent(keys)) {
            return false;
        }
        long next = generations.isEmpty() ? 0 : generations.getFirst().number() + 1;
        generations = Stream.concat(Stream.of(new Generation(next, keys)), generations.stream())
                .limit(KEPT)
                .toList();
        return true;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return newest(keys -> keys.chooseEngineServerAlias(keyType, issuers, engine));
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return newest(keys -> keys.chooseServerAlias(keyType, issuers, socket));
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        var newest = generations.getFirst();
        String[] aliases = newest.keys().getServerAliases(keyType, issuers);
        return aliases == null
                ? null
                : Arrays.stream(aliases).map(alias -> named(newest, alias)).toArray(String[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return of(alias).map(keys -> keys.getPrivateKey(plain(alias))).orElse(null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return of(alias).map(keys -> keys.getCertificateChain(plain(alias))).orElse(null);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    private @Nullable String newest(Function<X509ExtendedKeyManager, @Nullable String> choice) {
        var newest = generations.getFirst();
        String alias = choice.apply(newest.keys());
        return alias == null ? null : named(newest, alias);
    }

    private Optional<X509ExtendedKeyManager> of(String alias) {
        return generations.stream()
                .filter(generation -> alias.startsWith(generation.number() + "."))
                .map(Generation::keys)
                .findFirst();
    }

    private static String named(Generation generation, String alias) {
        return generation.number() + "." + alias;
    }

    private static String plain(String alias) {
        return alias.substring(alias.indexOf('.') + 1);
    }

    private static boolean isConsistent(X509ExtendedKeyManager keys) throws GeneralSecurityException {
        var found = false;
        for (var type : KEY_TYPES) {
            String[] aliases = keys.getServerAliases(type, null);
            for (var alias : aliases == null ? new String[0] : aliases) {
                if (!belong(keys.getPrivateKey(alias), keys.getCertificateChain(alias)[0])) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    private static boolean belong(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        var algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
        var message = certificate.getEncoded();
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(message);
        var signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(message);
        return signature.verify(signed);
    }
}
