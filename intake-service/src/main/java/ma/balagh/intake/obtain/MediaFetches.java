package ma.balagh.intake.obtain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.intake.evidence.EvidenceOrigins;
import ma.balagh.intake.fetch.FetchOutcome.Answer;
import ma.balagh.intake.page.PageFinding;
import ma.balagh.intake.page.PageReading;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What stands in court about all attempts: written once, never changed; erased with what it is about. */
@ApplicationScoped
@RegisterForReflection(
        targets = {EvidenceOrigins.Redirect.class, EvidenceOrigins.Header.class, PageReading.class, PageFinding.class})
class MediaFetches implements EvidenceOrigins {

    private static final TypeReference<List<Redirect>> REDIRECTS = new TypeReference<>() {};
    private static final TypeReference<List<Header>> HEADERS = new TypeReference<>() {};
    private static final TypeReference<PageReading> PAGE = new TypeReference<>() {};

    /**
     * What several links need to know of the attempt that they end with.
     *
     * @param certificateSha256 of the server; absent for plain HTTP
     * @param page what was read from the page that came; absent where it was none
     */
    record Shared(
            UUID id,
            String finalAddress,
            List<Header> headers,
            @Nullable String certificateSha256,
            Instant endedAt,
            @Nullable PageReading page) {

        @Nullable
        String header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Jdbi jdbi;
    private final ObjectMapper json;

    MediaFetches(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** In the caller's transaction, where there is one. */
    void record(MediaFetch fetch) {
        Answer answer = fetch.answer();
        MediaFetch.Piece piece = fetch.piece();
        Why why = fetch.why();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into media_fetch (
                            id, link_id, evidence_id, outcome, reason, detail, address, final_address, redirects, status,
                            http_version, headers, connected_to, tls_protocol, tls_subject, tls_sha256, begins_at, bytes,
                            sha256, started_at, ended_at, page)
                        values (
                            :id, :link, cast(:evidence as uuid), :outcome, :reason, :detail, :address, :finalAddress,
                            cast(:redirects as jsonb), :status, :httpVersion, cast(:headers as jsonb), :connectedTo,
                            :tlsProtocol, :tlsSubject, :tlsSha256, :beginsAt, :bytes, :sha256, :startedAt, :endedAt,
                            cast(:page as jsonb))
                        """)
                .bind("id", fetch.id())
                .bind("link", fetch.linkId())
                .bind("evidence", fetch.evidenceId())
                .bind("outcome", fetch.outcome().name())
                .bind("reason", why == null ? null : why.code())
                .bind("detail", why == null ? null : why.detail())
                .bind("address", fetch.address())
                .bind("finalAddress", kept(fetch.finalAddress()))
                .bind("redirects", written(redirects(fetch)))
                .bind("status", fetch.status())
                .bind("httpVersion", answer == null ? null : answer.httpVersion())
                .bind("headers", written(answer == null ? List.of() : headers(answer)))
                .bind("connectedTo", answer == null ? null : text(answer.connectedTo()))
                .bind(
                        "tlsProtocol",
                        answer == null || answer.tls() == null
                                ? null
                                : answer.tls().protocol())
                .bind(
                        "tlsSubject",
                        answer == null || answer.tls() == null
                                ? null
                                : kept(answer.tls().subject()))
                .bind(
                        "tlsSha256",
                        answer == null || answer.tls() == null
                                ? null
                                : answer.tls().sha256())
                .bind("beginsAt", piece == null ? null : piece.offset())
                .bind("bytes", piece == null ? null : piece.bytes())
                .bind("sha256", piece == null ? null : piece.sha256())
                .bind("startedAt", fetch.startedAt())
                .bind("endedAt", fetch.endedAt())
                .bind("page", fetch.page() == null ? null : written(fetch.page()))
                .execute());
    }

    /** An attempt that several links end with. */
    Shared shared(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, final_address, headers, tls_sha256, coalesce(ended_at, started_at) as ended_at, page
                        from media_fetch where id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> new Shared(
                        row.getObject("id", UUID.class),
                        row.getString("final_address"),
                        read(row.getString("headers"), HEADERS),
                        row.getString("tls_sha256"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        row.getString("page") == null ? null : read(row.getString("page"), PAGE)))
                .one());
    }

    @Override
    public List<Origin> of(UUID evidenceId, Collection<UUID> reportIds) {
        record Row(Origin origin, @Nullable UUID evidence) {}
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        select media_fetch.*, media_link.report_id, media_link.id as for_link
                        from media_link
                        join media_fetch last on last.id = media_link.fetch_id
                        join media_fetch on media_fetch.link_id = last.link_id and media_fetch.id <= last.id
                        where media_fetch.outcome in ('BEGUN', 'FETCHED')
                          and last.evidence_id = :evidence and media_link.report_id = any(:reports)
                          and media_fetch.address <> ''
                        order by media_link.id, media_fetch.id
                        """)
                .bind("evidence", evidenceId)
                .bindArray("reports", UUID.class, reportIds)
                .map((row, context) -> new Row(origin(row, context), row.getObject("evidence_id", UUID.class)))
                .list());
        var origins = new ArrayList<Origin>();
        var chain = new ArrayList<Origin>();
        for (Row row : rows) {
            // What had come from here on, or was told of before the attempt ended, is no part of these bytes any more.
            chain.removeIf(earlier ->
                    !earlier.mediaLink().equals(row.origin().mediaLink()) || offset(earlier) >= offset(row.origin()));
            chain.add(row.origin());
            if (evidenceId.equals(row.evidence())) {
                origins.addAll(chain);
            }
        }
        return origins;
    }

    private Origin origin(ResultSet row, StatementContext context) throws SQLException {
        String protocol = row.getString("tls_protocol");
        return new Origin(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                row.getObject("for_link", UUID.class),
                row.getString("address"),
                row.getString("final_address"),
                read(row.getString("redirects"), REDIRECTS),
                row.getObject("status", Integer.class),
                row.getString("http_version"),
                read(row.getString("headers"), HEADERS),
                row.getString("connected_to"),
                protocol == null ? null : new Tls(protocol, row.getString("tls_subject"), row.getString("tls_sha256")),
                row.getObject("begins_at", Long.class),
                row.getObject("bytes", Long.class),
                row.getString("sha256"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"));
    }

    private static long offset(Origin origin) {
        return origin.offset() == null ? 0 : origin.offset();
    }

    private static List<Redirect> redirects(MediaFetch fetch) {
        return fetch.redirects().stream()
                .map(redirect -> new Redirect(
                        kept(redirect.address()),
                        redirect.status(),
                        kept(redirect.location()),
                        text(redirect.connectedTo())))
                .toList();
    }

    private static List<Header> headers(Answer answer) {
        return answer.headers().stream()
                .map(header -> new Header(kept(header.name()), kept(header.value())))
                .toList();
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** The one character that the database cannot keep. */
    private static String kept(String told) {
        return told.replace('\0', '\uFFFD');
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
