package ma.balagh.intake.obtain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ma.balagh.fetch.FetchOutcome.Answer;
import ma.balagh.fetch.FetchOutcome.TlsPeer;
import ma.balagh.intake.evidence.EvidenceOrigins;
import ma.balagh.intake.page.PageContents;
import ma.balagh.intake.page.PageFinding;
import ma.balagh.persistence.ServiceWorkRunner;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code media_fetch}: what stands in court about all attempts, written once, erased with what it is about. */
@ApplicationScoped
@RegisterForReflection(
        targets = {EvidenceOrigins.Redirect.class, EvidenceOrigins.Header.class, PageContents.class, PageFinding.class})
class MediaFetchRepository implements EvidenceOrigins {

    private static final TypeReference<List<Redirect>> REDIRECTS = new TypeReference<>() {};
    private static final TypeReference<List<Header>> HEADERS = new TypeReference<>() {};
    private static final TypeReference<PageContents> PAGE = new TypeReference<>() {};

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
            @Nullable PageContents page) {

        @Nullable
        String header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Session session;
    private final ObjectMapper json;
    private final ServiceWorkRunner serviceWork;

    MediaFetchRepository(Session session, ObjectMapper json, ServiceWorkRunner serviceWork) {
        this.session = session;
        this.json = json;
        this.serviceWork = serviceWork;
    }

    /** In the caller's transaction, where there is one. */
    @Transactional
    void record(MediaFetch fetch) {
        Answer answer = fetch.answer();
        MediaFetch.Piece piece = fetch.piece();
        FailureReason why = fetch.why();
        TlsPeer tls = answer == null ? null : answer.tls();
        session.createNativeMutationQuery("""
                        insert into media_fetch (
                            id, link_id, evidence_id, outcome, reason, detail, address, final_address, redirects, status,
                            http_version, headers, connected_to, tls_protocol, tls_subject, tls_sha256, begins_at, bytes,
                            sha256, started_at, ended_at, page)
                        values (
                            :id, :link, :evidence, :outcome, :reason, :detail, :address, :finalAddress,
                            cast(:redirects as jsonb), :status, :httpVersion, cast(:headers as jsonb), :connectedTo,
                            :tlsProtocol, :tlsSubject, :tlsSha256, :beginsAt, :bytes, :sha256, :startedAt, :endedAt,
                            cast(:page as jsonb))
                        """)
                .setParameter("id", fetch.id())
                .setParameter("link", fetch.linkId())
                .setParameter("evidence", fetch.evidenceId(), UUID.class)
                .setParameter("outcome", fetch.outcome().name())
                .setParameter("reason", why == null ? null : why.code(), String.class)
                .setParameter("detail", why == null ? null : why.detail(), String.class)
                .setParameter("address", fetch.address())
                .setParameter("finalAddress", kept(fetch.finalAddress()))
                .setParameter("redirects", written(redirects(fetch)))
                .setParameter("status", fetch.status(), Integer.class)
                .setParameter("httpVersion", answer == null ? null : answer.httpVersion(), String.class)
                .setParameter("headers", written(answer == null ? List.of() : headers(answer)))
                .setParameter("connectedTo", answer == null ? null : text(answer.connectedTo()), String.class)
                .setParameter("tlsProtocol", tls == null ? null : tls.protocol(), String.class)
                .setParameter("tlsSubject", tls == null ? null : kept(tls.subject()), String.class)
                .setParameter("tlsSha256", tls == null ? null : tls.sha256(), String.class)
                .setParameter("beginsAt", piece == null ? null : piece.offset(), Long.class)
                .setParameter("bytes", piece == null ? null : piece.bytes(), Long.class)
                .setParameter("sha256", piece == null ? null : piece.sha256(), String.class)
                .setParameter("startedAt", fetch.startedAt())
                .setParameter("endedAt", fetch.endedAt(), Instant.class)
                .setParameter("page", fetch.page() == null ? null : written(fetch.page()), String.class)
                .executeUpdate();
    }

    /** An attempt that several links end with. */
    @Transactional
    Shared shared(UUID id) {
        Tuple row = session.createNativeQuery("""
                        select id, final_address, headers, tls_sha256, coalesce(ended_at, started_at) as ended_at, page
                        from media_fetch where id = :id
                        """, Tuple.class)
                .setParameter("id", id)
                .getSingleResult();
        String page = row.get("page", String.class);
        return new Shared(
                row.get("id", UUID.class),
                row.get("final_address", String.class),
                read(row.get("headers", String.class), HEADERS),
                row.get("tls_sha256", String.class),
                row.get("ended_at", Instant.class),
                page == null ? null : read(page, PAGE));
    }

    @Override
    @Transactional
    public List<Origin> of(UUID evidenceId, Collection<UUID> reportIds) {
        // The attempt may have been made for another report that names the address.
        return serviceWork.call(() -> origins(evidenceId, reportIds));
    }

    private List<Origin> origins(UUID evidenceId, Collection<UUID> reportIds) {
        record Row(Origin origin, @Nullable UUID evidence) {}
        List<Row> rows = session
                .createNativeQuery("""
                        select media_fetch.id, media_link.report_id, media_link.id as for_link, media_fetch.address,
                               media_fetch.final_address, media_fetch.redirects, media_fetch.status,
                               media_fetch.http_version, media_fetch.headers, media_fetch.connected_to,
                               media_fetch.tls_protocol, media_fetch.tls_subject, media_fetch.tls_sha256,
                               media_fetch.begins_at, media_fetch.bytes, media_fetch.sha256, media_fetch.started_at,
                               media_fetch.ended_at, media_fetch.evidence_id
                        from media_link
                        join media_fetch last on last.id = media_link.fetch_id
                        join media_fetch on media_fetch.link_id = last.link_id and media_fetch.id <= last.id
                        where media_fetch.outcome in ('BEGUN', 'FETCHED')
                          and last.evidence_id = :evidence and media_link.report_id = any(:reports)
                          and media_fetch.address <> ''
                        order by media_link.id, media_fetch.id
                        """, Tuple.class)
                .setParameter("evidence", evidenceId)
                .setParameter("reports", reportIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(row -> new Row(origin(row), row.get("evidence_id", UUID.class)))
                .toList();
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

    private Origin origin(Tuple row) {
        String protocol = row.get("tls_protocol", String.class);
        return new Origin(
                row.get("id", UUID.class),
                row.get("report_id", UUID.class),
                row.get("for_link", UUID.class),
                row.get("address", String.class),
                row.get("final_address", String.class),
                read(row.get("redirects", String.class), REDIRECTS),
                row.get("status", Integer.class),
                row.get("http_version", String.class),
                read(row.get("headers", String.class), HEADERS),
                row.get("connected_to", String.class),
                protocol == null
                        ? null
                        : new Tls(protocol, row.get("tls_subject", String.class), row.get("tls_sha256", String.class)),
                row.get("begins_at", Long.class),
                row.get("bytes", Long.class),
                row.get("sha256", String.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class));
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
