package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import ma.balagh.analysis.examination.ExaminationView.FrameView;
import ma.balagh.analysis.media.DecodingResult.Still;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.http.Caller;
import ma.balagh.http.Purpose;
import ma.balagh.persistence.ScalarQuery;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The tables {@code still} and {@code still_look}. */
@ApplicationScoped
class StillRepository {

    /** A still, and as which of an examination it is kept. */
    record Kept(UUID examinationId, int number, Still still) {}

    private final Session session;

    StillRepository(Session session) {
        this.session = session;
    }

    /** None of evidence that was erased meanwhile. The caller's transaction has locked the examination. */
    void insert(UUID examinationId, List<Still> stills) {
        session.createNativeMutationQuery("""
                        insert into still (examination_id, number, at_s, jpeg)
                        select examination.id, number, at_s, jpeg
                        from examination, unnest(:numbers, :times, :jpegs) as still (number, at_s, jpeg)
                        where examination.id = :examinationId and erased_at is null
                        """)
                .setParameter(
                        "numbers", IntStream.range(0, stills.size()).boxed().toArray(Integer[]::new))
                .setParameter("times", stills.stream().map(Still::at).toArray(Double[]::new))
                .setParameter("jpegs", stills.stream().map(Still::jpeg).toArray(byte[][]::new))
                .setParameter("examinationId", examinationId)
                .executeUpdate();
    }

    void delete(UUID evidenceId) {
        session.createNativeMutationQuery("""
                        delete from still using examination
                        where examination.id = still.examination_id and evidence_id = :evidenceId
                        """)
                .setParameter("evidenceId", evidenceId)
                .executeUpdate();
    }

    Optional<byte[]> find(UUID examinationId, int number) {
        return ScalarQuery.of(
                        session,
                        "select jpeg from still where examination_id = :examinationId and number = :number",
                        byte[].class)
                .setParameter("examinationId", examinationId)
                .setParameter("number", number)
                .uniqueResultOptional();
    }

    /** In the order of their time. */
    List<Still> of(UUID examinationId) {
        return session
                .createNativeQuery(
                        "select at_s, jpeg from still where examination_id = :examinationId order by number",
                        Tuple.class)
                .setParameter("examinationId", examinationId)
                .getResultList()
                .stream()
                .map(StillRepository::still)
                .toList();
    }

    /** The still of that evidence that lies nearest to that second. */
    Optional<Kept> nearest(UUID evidenceId, double second) {
        return session.createNativeQuery("""
                        select examination_id, number, at_s, jpeg
                        from still
                        join examination on examination.id = still.examination_id
                        where evidence_id = :evidenceId
                        order by abs(at_s - :second), examination_id desc, number
                        limit 1
                        """, Tuple.class)
                .setParameter("evidenceId", evidenceId)
                .setParameter("second", second)
                .uniqueResultOptional()
                .map(row -> new Kept(row.get("examination_id", UUID.class), number(row), still(row)));
    }

    /** Where the stills of these examinations are to be had, by examination, in the order of their time. */
    Map<UUID, List<FrameView>> frames(List<UUID> examinationIds) {
        return session
                .createNativeQuery("""
                        select examination_id, number, at_s
                        from still
                        where examination_id = any(:ids)
                        order by examination_id, number
                        """, Tuple.class)
                .setParameter("ids", examinationIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(groupingBy(
                        row -> row.get("examination_id", UUID.class), mapping(StillRepository::frame, toList())));
    }

    /**
     * Who looked, when and why.
     *
     * @param number of a still that was kept; null for a moment, or for all
     * @param pictureAt seconds at which a moment's picture appears; null otherwise
     */
    void recordLook(
            UUID examinationId,
            @Nullable Integer number,
            @Nullable Double pictureAt,
            Caller caller,
            Purpose purpose,
            Instant at) {
        session.createNativeMutationQuery("""
                        insert into still_look
                            (id, examination_id, number, picture_at_s, viewer_id, viewer_name, purpose, at)
                        values (:id, :examinationId, :number, :pictureAt, :viewerId, :viewerName, :purpose, :at)
                        """)
                .setParameter("id", IdGenerator.next())
                .setParameter("examinationId", examinationId)
                .setParameter("number", number, Integer.class)
                .setParameter("pictureAt", pictureAt, Double.class)
                .setParameter("viewerId", caller.id())
                .setParameter("viewerName", caller.name())
                .setParameter("purpose", purpose.text())
                .setParameter("at", at)
                .executeUpdate();
    }

    private static FrameView frame(Tuple row) {
        return new FrameView(
                row.get("at_s", Double.class),
                URI.create("/api/v1/examinations/%s/frames/%d"
                        .formatted(row.get("examination_id", UUID.class), number(row))));
    }

    private static Still still(Tuple row) {
        return new Still(row.get("at_s", Double.class), row.get("jpeg", byte[].class));
    }

    private static int number(Tuple row) {
        return row.get("number", Short.class);
    }
}
