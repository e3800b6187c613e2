package ma.balagh.analysis.examination;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ma.balagh.analysis.finding.Finding;
import ma.balagh.analysis.finding.Result;
import ma.balagh.analysis.finding.Words;
import org.jdbi.v3.core.Jdbi;

/** Stores findings as codes and facts. The sentences are made when somebody reads them, in the reader's language. */
@ApplicationScoped
class FindingStore {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private record Owned(UUID examinationId, FindingView finding) {}

    private final Jdbi jdbi;
    private final ObjectMapper json;

    FindingStore(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void add(UUID examinationId, List<Finding> findings) {
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into finding (examination_id, position, method, version, result, code, facts)
                    values (:examinationId, :position, :method, :version, :result, :code, cast(:facts as jsonb))
                    """);
            for (int k = 0; k < findings.size(); k++) {
                Finding finding = findings.get(k);
                batch.bind("examinationId", examinationId)
                        .bind("position", k)
                        .bind("method", finding.method())
                        .bind("version", finding.version())
                        .bind("result", finding.result().name())
                        .bind("code", finding.code())
                        .bind("facts", written(finding.facts()))
                        .add();
            }
            batch.execute();
        });
    }

    /** Those of these examinations, in the order in which the methods ran. */
    Map<UUID, List<FindingView>> of(List<UUID> examinationIds, Words words) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                select examination_id, method, version, result, code, facts
                                from finding
                                where examination_id = any(:ids)
                                order by examination_id, position
                                """)
                        .bindArray("ids", UUID.class, examinationIds)
                        .map((row, context) ->
                                new Owned(row.getObject("examination_id", UUID.class), finding(row, words)))
                        .list())
                .stream()
                .collect(groupingBy(Owned::examinationId, mapping(Owned::finding, toList())));
    }

    private FindingView finding(ResultSet row, Words words) throws SQLException {
        var finding = new Finding(
                row.getString("method"),
                row.getString("version"),
                Result.valueOf(row.getString("result")),
                row.getString("code"),
                read(row.getString("facts")));
        return FindingView.of(finding, words);
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
