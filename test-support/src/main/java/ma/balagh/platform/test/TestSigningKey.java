package ma.balagh.platform.test;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key that signs test tokens, one for each JVM. It is kept in a system property because Quarkus loads the test
 * resource and the tests with different class loaders.
 *
 * @param publicKey X.509, Base64
 * @param privateKey signs with RS256
 */
record TestSigningKey(String publicKey, PrivateKey privateKey) {

    private static final String PROPERTY = "balagh.test.signing-key";

    static TestSigningKey current() {
        synchronized (System.getProperties()) {
            var known = System.getProperty(PROPERTY);
            return known == null ? generate() : parse(known);
        }
    }

    private static TestSigningKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var encoder = Base64.getEncoder();
            var publicKey = encoder.encodeToString(pair.getPublic().getEncoded());
            var privateKey = encoder.encodeToString(pair.getPrivate().getEncoded());
            System.setProperty(PROPERTY, publicKey + ' ' + privateKey);
            return new TestSigningKey(publicKey, pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no RSA", e);
        }
    }

    private static TestSigningKey parse(String known) {
        try {
            var space = known.indexOf(' ');
            var encoded = Base64.getDecoder().decode(known.substring(space + 1));
            var privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new TestSigningKey(known.substring(0, space), privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key is damaged", e);
        }
    }
}
