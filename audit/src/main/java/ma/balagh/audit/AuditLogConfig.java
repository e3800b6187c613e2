package ma.balagh.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** {@code balagh.audit.*}: the transparency log over the audit trail. */
@ConfigMapping(prefix = "balagh.audit")
interface AuditLogConfig {

    /** How often new entries are taken into the log, and a checkpoint is signed. */
    @WithDefault("10m")
    Duration interval();

    /** What the log is called in its checkpoints. It is for ever: to a witness, another name is another log. */
    @WithDefault("balagh/${quarkus.application.name}")
    String origin();

    /** The Ed25519 key that checkpoints are signed with: PKCS#8, as PEM or in Base64. */
    String signingKey();
}
