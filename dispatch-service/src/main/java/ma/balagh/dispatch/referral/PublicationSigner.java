package ma.balagh.dispatch.referral;

import jakarta.enterprise.context.ApplicationScoped;

/** The agency's key, for what it publishes: the one that referral files are signed with. */
@ApplicationScoped
public class PublicationSigner {

    private final ReferralSigningKey key;

    PublicationSigner(ReferralConfig config) {
        key = ReferralSigningKey.of(config.signingKey(), config.certificate());
    }

    /** ECDSA with SHA-256; r and s beside each other (IEEE P1363), as XML signatures have them. */
    public byte[] sign(byte[] content) {
        return key.signPlain(content);
    }

    /** The certificate of the key, as DER. */
    public byte[] certificate() {
        return key.certificate().getEncoded();
    }
}
