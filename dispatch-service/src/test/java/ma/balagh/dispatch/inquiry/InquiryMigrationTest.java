package ma.balagh.dispatch.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ma.balagh.contracts.IdGenerator;
import ma.balagh.platform.test.RoleDataSourceFactory;
import ma.balagh.platform.test.TestPlatform;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inquiries that one person closed, and what becomes of them: in a schema that is never committed. */
@QuarkusTest
@WithTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "dispatch"))
class InquiryMigrationTest {

    @Inject
    Config config;

    @SuppressWarnings("NullAway.Init") // set before each test
    Connection connection;

    @BeforeEach
    void createTheEarlierTables() throws SQLException, IOException {
        connection = RoleDataSourceFactory.owner(config).getConnection();
        connection.setAutoCommit(false);
        execute("create schema earlier");
        execute("set local search_path = earlier");
        execute(migration("V202611290002__create_inquiry.sql"));
    }

    @AfterEach
    void forgetThem() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void waitsForAnotherPersonThanTheOneWhoClosed() throws SQLException, IOException {
        // Given
        var id = closed(IdGenerator.next(), 1);
        looked(id, "subject-of-idris", "idris");
        looked(id, "subject-of-idris", "idris");
        looked(id, "subject-of-samira", "samira");

        // When
        complete();

        // Then
        assertThat(row("state, finding, proposed_by, proposed_by_id, closed_by, entry_count", id))
                .isEqualTo("(OPEN,SUBSTANTIATED,idris,subject-of-idris,,2)");
        assertThat(timeline(id)).containsExactly("1 OPENED null", "2 CLOSING_PROPOSED seen");
    }

    @Test
    void isProposedAnewWhereNobodyKnowsWhoItWas() throws SQLException, IOException {
        // Given
        var unseen = closed(IdGenerator.next(), 1);
        var seenByTwo = closed(IdGenerator.next(), 1);
        looked(seenByTwo, "subject-of-idris", "idris");
        looked(seenByTwo, "subject-of-another", "idris");

        // When
        complete();

        // Then
        for (var id : List.of(unseen, seenByTwo)) {
            assertThat(row("state, finding, proposed_by, proposed_by_id, closed_by, entry_count", id))
                    .isEqualTo("(OPEN,,,,,2)");
            assertThat(timeline(id)).containsExactly("1 OPENED null", "2 CLOSING_PROPOSED seen");
        }
    }

    @Test
    void goesOnInTheOpenOneOfTheDossier() throws SQLException, IOException {
        // Given
        var dossier = IdGenerator.next();
        var newer = closed(dossier, 1);
        var open = open(dossier, 3);

        // When
        complete();

        // Then
        assertThat(row("state, finding, proposed_by, entry_count", open)).isEqualTo("(OPEN,,,2)");
        assertThat(row("state, finding, finding_reason, place, closed_by, entry_count", newer))
                .isEqualTo("(ERASED,SUBSTANTIATED,,,,0)");
        assertThat(timeline(open)).containsExactly("1 OPENED null", "2 CLOSING_PROPOSED seen");
    }

    @Test
    void goesOnInTheNewestOfTheDossier() throws SQLException, IOException {
        // Given
        var dossier = IdGenerator.next();
        var older = closed(dossier, 9);
        var newest = closed(dossier, 2);
        looked(newest, "subject-of-idris", "idris");

        // When
        complete();

        // Then
        assertThat(row("state, proposed_by_id, entry_count", newest)).isEqualTo("(OPEN,subject-of-idris,3)");
        assertThat(row("state, finding", older)).isEqualTo("(ERASED,SUBSTANTIATED)");
        assertThat(timeline(newest))
                .containsExactly("1 CLOSING_PROPOSED seen", "2 OPENED null", "3 CLOSING_PROPOSED seen");
    }

    private void complete() throws SQLException, IOException {
        execute(migration("V202611291610__complete_inquiry.sql"));
    }

    /** By idris, an hour after it was opened. */
    private UUID closed(UUID dossierId, int daysAgo) throws SQLException {
        var id = open(dossierId, daysAgo);
        change("""
                update inquiry
                set state = 'CLOSED', finding = 'SUBSTANTIATED', finding_reason = 'seen', closed_by = 'idris',
                    closed_at = opened_at + interval '1 hour'
                where id = ?
                """, id);
        return id;
    }

    private UUID open(UUID dossierId, int daysAgo) throws SQLException {
        var id = IdGenerator.next();
        change("""
                insert into inquiry (id, dossier_id, verdict_id, jurisdiction, severity, place, state, opened_at, version)
                values (?, ?, ?, 'MA-CAS', 2, 'Road block', 'OPEN', now() - ? * interval '1 day', 1)
                """, id, dossierId, IdGenerator.next(), daysAgo);
        return id;
    }

    private void looked(UUID id, String person, String name) throws SQLException {
        change("insert into inquiry_consultation values (?, ?, ?, ?, now())", IdGenerator.next(), id, person, name);
    }

    private String row(String columns, UUID id) throws SQLException {
        return texts("select cast((%s) as text) from inquiry where id = ?".formatted(columns), id)
                .getFirst();
    }

    private List<String> timeline(UUID id) throws SQLException {
        return texts("""
                select number || ' ' || kind || ' ' || coalesce(note, 'null')
                from inquiry_entry where inquiry_id = ? order by number
                """, id);
    }

    private List<String> texts(String query, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }

    private void change(String change, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(change)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void execute(String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static String migration(String name) throws IOException {
        try (var script = InquiryMigrationTest.class.getResourceAsStream("/db/migration/" + name)) {
            assertThat(script).as(name).isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
