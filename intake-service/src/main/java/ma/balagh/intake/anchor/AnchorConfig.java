package ma.balagh.intake.anchor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** {@code balagh.custody.*}: how custody is anchored, signed and time-stamped. */
@ConfigMapping(prefix = "balagh.custody")
public interface AnchorConfig {

    /** Whether this process proves all custody and ends, changing nothing: {@code ma.balagh.intake.proof}. */
    @WithDefault("false")
    boolean prove();

    /** How often the chains that moved are anchored. */
    @WithDefault("10m")
    Duration anchorInterval();

    /** After that time there is another anchor, whether or not anything moved. */
    @WithDefault("1h")
    Duration anchorAtLeast();

    /** How often what is not anchored is counted for the metrics. */
    @WithDefault("15s")
    Duration watchInterval();

    /** Where anchors are kept outside the database. */
    Path anchorDirectory();

    /** The Ed25519 key that anchors and bundles are signed with: PKCS#8, as PEM or in Base64. */
    String signingKey();

    /** Who stamps the time: {@code local} for this service itself, or an authority's address (RFC 3161 over HTTP). */
    @WithDefault("local")
    String tsa();

    /** How long the authority's answer is waited for. */
    @WithDefault("10s")
    Duration tsaTimeout();

    /** Where the local authority keeps its key and certificate, {@code authority.pem}; made when it is missing. */
    Path tsaDirectory();
}
