package ma.balagh.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where in the log an entry stands, and what is hashed with it. */
public record AuditLeafView(
        @Schema(description = "From 0 on.") long position,
        @Schema(description = "32 hexadecimal digits.") String salt) {}
