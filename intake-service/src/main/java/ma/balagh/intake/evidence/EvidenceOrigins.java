package ma.balagh.intake.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the bytes of an evidence were fetched. Implemented by the feature that obtains media. */
public interface EvidenceOrigins {

    /**
     * One attempt that brought bytes.
     *
     * @param id what custody calls {@code fetchId}
     * @param address as the report or a page names it
     * @param finalAddress where the bytes came from, after all redirects
     * @param status of the last answer
     * @param connectedTo address and port of the server itself
     * @param tls absent for plain HTTP
     * @param offset where the bytes of this attempt begin; more than 0 when an earlier one was gone on from
     * @param bytes how many came in this attempt; absent when it was cut
     * @param sha256 of these bytes
     */
    record Origin(
            UUID id,
            UUID reportId,
            UUID mediaLink,
            String address,
            String finalAddress,
            List<Redirect> redirects,
            @Nullable Integer status,
            @Nullable String httpVersion,
            List<Header> headers,
            @Nullable String connectedTo,
            @Nullable Tls tls,
            @Nullable Long offset,
            @Nullable Long bytes,
            @Nullable String sha256,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /** A server sent us on. */
    record Redirect(String address, int status, String location, String connectedTo) {}

    /** One line of an answer's head. */
    record Header(String name, String value) {}

    /**
     * Who the server proved to be.
     *
     * @param certificateSha256 fingerprint of its certificate
     */
    record Tls(String protocol, String subject, String certificateSha256) {}

    /** The attempts that an evidence comes from, as far as they were made for these reports, oldest first. */
    List<Origin> of(UUID evidenceId, Collection<UUID> reportIds);
}
