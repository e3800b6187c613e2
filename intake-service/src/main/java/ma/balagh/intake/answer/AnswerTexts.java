package ma.balagh.intake.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.balagh.http.Caller;
import ma.balagh.http.Page;
import ma.balagh.http.PageRequest;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The texts and their versions. They are read anew for each answer, a handful of short rows, so that an edited one is
 * shown by every replica at once.
 */
@ApplicationScoped
public class AnswerTexts {

    private final Jdbi jdbi;
    private final BuiltInTexts builtIn;
    private final Clock clock;

    AnswerTexts(Jdbi jdbi, BuiltInTexts builtIn, Clock clock) {
        this.jdbi = jdbi;
        this.builtIn = builtIn;
        this.clock = clock;
    }

    /** What answers say now. */
    public Wording wording() {
        return new Wording(current().stream().collect(Collectors.toMap(TextVersion::key, TextVersion::text)));
    }

    /** The newest version of each text, in the order of their keys. */
    List<TextVersion> current() {
        Map<String, TextVersion> newest = new TreeMap<>();
        builtIn.all().forEach((key, text) -> newest.put(key, TextVersion.builtIn(key, text)));
        jdbi.useHandle(handle -> handle.createQuery("""
                        select distinct on (key) key, version, ar, fr, en, edited_at, edited_by
                        from answer_text order by key, version desc
                        """)
                .map(AnswerTexts::version)
                // One that an earlier release knew and this one does not tells of no ending any more.
                .forEach(edited -> newest.replace(edited.key(), edited)));
        return List.copyOf(newest.values());
    }

    Optional<TextVersion> current(String key) {
        return current().stream().filter(text -> text.key().equals(key)).findFirst();
    }

    /** Every version of a text, newest first; the one that came with the system is the last. */
    Page<TextVersion> versions(String key, PageRequest request) {
        int before = request.after(Integer::parseInt).orElse(Integer.MAX_VALUE);
        List<TextVersion> edited = jdbi.withHandle(handle -> handle.createQuery("""
                        select key, version, ar, fr, en, edited_at, edited_by from answer_text
                        where key = :key and version < :before order by version desc limit :fetch
                        """)
                .bind("key", key)
                .bind("before", before)
                .bind("fetch", request.fetch())
                .map(AnswerTexts::version)
                .list());
        AnswerText first = before > 0 ? builtIn.all().get(key) : null;
        Stream<TextVersion> last = first == null ? Stream.empty() : Stream.of(TextVersion.builtIn(key, first));
        return Page.of(Stream.concat(edited.stream(), last).toList(), request, TextVersion::version);
    }

    /**
     * Adds a version, unless the text is as it was.
     *
     * @param key of a text that there is
     * @param precondition refuses when the version that there is is not the one that was read; called while nobody else
     *     edits
     */
    @Transactional
    TextVersion edit(String key, AnswerText text, Caller caller, Consumer<TextVersion> precondition) {
        jdbi.useHandle(handle -> handle.execute("lock table answer_text in share row exclusive mode"));
        TextVersion current = current(key).orElseThrow();
        precondition.accept(current);
        if (current.text().equals(text)) {
            return current;
        }
        var edited = new TextVersion(
                key, current.version() + 1, text, clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.name());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into answer_text (key, version, ar, fr, en, edited_at, edited_by, subject)
                        values (:key, :version, :ar, :fr, :en, :at, :by, :subject)
                        """)
                .bind("key", key)
                .bind("version", edited.version())
                .bind("ar", text.ar())
                .bind("fr", text.fr())
                .bind("en", text.en())
                .bind("at", edited.editedAt())
                .bind("by", edited.editedBy())
                .bind("subject", caller.id())
                .execute());
        return edited;
    }

    private static TextVersion version(ResultSet row, StatementContext context) throws SQLException {
        return new TextVersion(
                row.getString("key"),
                row.getInt("version"),
                new AnswerText(row.getString("ar"), row.getString("fr"), row.getString("en")),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                row.getString("edited_by"));
    }
}
