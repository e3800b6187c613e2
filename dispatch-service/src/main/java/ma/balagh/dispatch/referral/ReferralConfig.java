package ma.balagh.dispatch.referral;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** {@code balagh.referral.*}: how referral files are put together, signed and time-stamped. */
@ConfigMapping(prefix = "balagh.referral")
public interface ReferralConfig {

    /** Where intake is, for the bundles of evidence. */
    URI intakeUrl();

    /** Where analysis is, for the dossier and its expertise report. */
    URI analysisUrl();

    /** How long it is waited for a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long it is waited for all of one part. */
    @WithDefault("5m")
    Duration fetchTimeLimit();

    /** How large all parts together may be; twice that is needed in the directory for temporary files. */
    @WithDefault("1G")
    MemorySize maxSize();

    /** How many files a replica puts together at the same time; whoever comes then is told to come again. */
    @WithDefault("2")
    int atOnce();

    /** The ECDSA key (P-256) that files are signed with: PKCS#8, as PEM or in Base64. */
    String signingKey();

    /** Its certificate, and those that issued it, in this order: PEM, or one certificate in Base64. */
    String certificate();

    /** The address of a time-stamping authority (RFC 3161 over HTTP); without one, files are signed but not stamped. */
    Optional<URI> tsa();

    /** How long the authority's answer is waited for. */
    @WithDefault("10s")
    Duration tsaTimeout();
}
