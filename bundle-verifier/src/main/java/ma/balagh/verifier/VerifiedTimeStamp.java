package ma.balagh.verifier;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A valid time stamp.
 *
 * @param signer the authority's certificate
 * @param others that came with it
 */
public record VerifiedTimeStamp(Instant at, X509Certificate signer, List<X509Certificate> others) {}
