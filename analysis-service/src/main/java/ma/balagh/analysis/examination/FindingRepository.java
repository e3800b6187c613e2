package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.FindingResult;
import ma.balagh.analysis.finding.FindingTexts;
import org.hibernate.Session;

/**
 * The table {@code finding}: findings as codes and facts. The sentences are made when somebody reads them, in the
 * reader's language.
 */
@ApplicationScoped
class FindingRepository {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final Session session;
    private final ObjectMapper json;

    FindingRepository(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    void insert(UUID examinationId, List<Finding> findings) {
        session.createNativeMutationQuery("""
                        insert into finding (examination_id, position, method, version, result, code, facts)
                        select :examinationId, place - 1, method, version, result, code, cast(facts as jsonb)
                        from unnest(:methods, :versions, :results, :codes, :facts)
                            with ordinality as found (method, version, result, code, facts, place)
                        """)
                .setParameter("examinationId", examinationId)
                .setParameter("methods", column(findings, Finding::method))
                .setParameter("versions", column(findings, Finding::version))
                .setParameter(
                        "results", column(findings, finding -> finding.result().name()))
                .setParameter("codes", column(findings, Finding::code))
                .setParameter("facts", column(findings, finding -> written(finding.facts())))
                .executeUpdate();
    }

    /** Those of these examinations, in the order in which the methods ran. */
    Map<UUID, List<FindingView>> of(List<UUID> examinationIds, FindingTexts words) {
        return session
                .createNativeQuery("""
                        select examination_id, method, version, result, code, facts
                        from finding
                        where examination_id = any(:ids)
                        order by examination_id, position
                        """, Tuple.class)
                .setParameter("ids", examinationIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(groupingBy(
                        row -> row.get("examination_id", UUID.class),
                        mapping(row -> FindingView.of(finding(row), words), toList())));
    }

    /** What was found in an evidence, in the order in which the methods ran. */
    List<Finding> of(UUID evidenceId) {
        return session
                .createNativeQuery("""
                        select method, finding.version, result, code, facts
                        from finding
                        join examination on examination.id = finding.examination_id
                        where evidence_id = :evidenceId
                        order by position
                        """, Tuple.class)
                .setParameter("evidenceId", evidenceId)
                .getResultList()
                .stream()
                .map(this::finding)
                .toList();
    }

    private static String[] column(List<Finding> findings, Function<Finding, String> value) {
        return findings.stream().map(value).toArray(String[]::new);
    }

    private Finding finding(Tuple row) {
        return new Finding(
                row.get("method", String.class),
                row.get("version", String.class),
                FindingResult.valueOf(row.get("result", String.class)),
                row.get("code", String.class),
                read(row.get("facts", String.class)));
    }

    private String written(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of a finding cannot be read", e);
        }
    }
}
