package ma.balagh.intake.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A million reports of three years, made up: Arabic, Darija in Latin letters and French, with words as frequent as their
 * rank says (Zipf), so that some stand in most reports and some in ten; names and a few words of a known frequency.
 */
final class ReportSearchRows {

    static final int ROWS = 1_000_000;
    /** So many differ in what is said; each of them comes five times, as what is republished does. */
    private static final int TEXTS = 200_000;
    private static final int AT_ONCE = 100_000;

    private static final String ARABIC = """
            في من على أن إلى التي عن مع هذا بعد الشرطة الأمن سرقة المدينة الدار البيضاء الرباط الشارع شخص ضحية دراجة نارية \
            السلاح الأبيض هاتف حقيبة فيديو توقيف المشتبه عصابة مجهول ليلا الحي سيارة امرأة شاب رشوة موظف اعتداء كريساج فاس \
            مراكش طنجة أكادير وجدة مكناس سلا تمارة القنيطرة تطوان الجديدة المحكمة النيابة التحقيق السوق المحطة المدرسة""";
    private static final String DARIJA = """
            had dyal f lli wa7ed chaffar sar9a khtf moto tilifon zen9a derb casa 7ouma police b l men 3la sa3a lil drari \
            cressage video hada bnt weld sket 3yit s7ab khouya daba kayn makaynch 3tini rechwa bolis tomobil so9 gare lycée \
            mdina rbat tanja kech fes salé bzaf chwia zwin khayb""";
    private static final String FRENCH = """
            de la le un à et les des en du dans par sur vol agression police victime arraché moto téléphone sac arme blanche \
            rue quartier suspect vidéo arrêté nuit homme femme jeune Casablanca Rabat Fès Marrakech Tanger Agadir corruption \
            agent voleurs gang boulevard gare marché école plage enquête parquet témoin commissariat scooter couteau""";

    private ReportSearchRows() {}

    /** Whether all are there, from an earlier time. */
    static boolean areThere(Connection connection) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from report")) {
            return row.next() && row.getInt(1) == ROWS;
        } catch (SQLException noSuchTable) {
            return false;
        }
    }

    /** Makes them in an empty schema. */
    static void make(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off; set maintenance_work_mem = '512MB'");
            // One by one they would cost half an hour: the words are learnt and the indexes built at the end.
            List<String> indexes = indexes(statement);
            for (String name : List.of("search", "url", "received_at", "filed_by", "channel", "source", "jurisdiction")) {
                statement.execute("drop index report_" + name + "_idx");
            }
            words(statement);
            // What a source is besides its id does not matter here.
            statement.execute("alter table report drop constraint report_source_fkey");
            for (int from = 0; from < TEXTS; from += AT_ONCE) {
                insert(connection, statement, texts(from), from);
            }
            // Now copies bring the words of their texts along, instead of having them found out once more.
            statement.execute("alter table report alter column search drop expression");
            for (int from = TEXTS; from < ROWS; from += AT_ONCE) {
                insert(connection, statement, copies(from), from);
            }
            for (String index : indexes) {
                long start = System.nanoTime();
                statement.execute(index);
                connection.commit();
                say(index.replaceAll("CREATE INDEX (\\S+) .*", "$1") + " of %,d", ROWS, start);
            }
            long start = System.nanoTime();
            statement.execute("""
                    insert into report_word (word)
                    select distinct word from report, words_to_know(report_words(title, text, place, null)) as word
                    where report.receipt <= made_up.receipt(%d)
                    """.formatted(TEXTS - 1));
            say("words of %,d", ROWS, start);
            statement.execute("drop schema made_up cascade");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze report");
            statement.execute("vacuum analyze report_word");
            connection.setAutoCommit(false);
        }
    }

    private static void insert(Connection connection, Statement statement, String rows, int from) throws SQLException {
        long start = System.nanoTime();
        statement.execute("insert into report (id, receipt, channel, status, jurisdiction, filed_by, source_id, url, title,"
                + " text, language, published_at, received_at, place, answer_kind, answered_at, forwarded"
                + (from < TEXTS ? ")\n" : ", search)\n") + rows);
        connection.commit();
        say("%,d reports", from + AT_ONCE, start);
    }

    private static void say(String what, int count, long start) {
        System.out.printf(Locale.ROOT, "  " + what + ": %.1f s%n", count, (System.nanoTime() - start) / 1e9);
    }

    private static List<String> indexes(Statement statement) throws SQLException {
        var definitions = new ArrayList<String>();
        try (ResultSet row = statement.executeQuery("""
                select indexdef from pg_indexes where tablename = 'report'
                and indexname not in ('report_pkey', 'report_receipt_key', 'report_unanswered_idx')
                """)) {
            while (row.next()) {
                definitions.add(row.getString(1));
            }
        }
        return definitions;
    }

    private static void words(Statement statement) throws SQLException {
        statement.execute("create schema made_up");
        statement.execute("""
                create function made_up.receipt(number integer) returns text language sql immutable
                return (
                    select 'BLG' || regexp_replace(
                        body || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (32 - sum % 32) % 32, 1), '(.{4})', '-\\1', 'g')
                    from (select lpad(cast(number as text), 15, '0') as body) as written,
                    lateral (
                        select cast(sum(cast(substr(body, place, 1) as integer) * (1 + place % 2)) as integer) as sum
                        from generate_series(1, 15) as place) as luhn)
                """);
        statement.execute("""
                create function made_up.word(common text[], syllables text[], rank integer) returns text language sql immutable
                return case
                    when rank <= cardinality(common) then common[rank]
                    when rank < 13824 then syllables[1 + rank %% 24] || syllables[1 + rank / 24 %% 24] || syllables[1 + rank / 576]
                    else syllables[1 + rank %% 24] || syllables[1 + rank / 24 %% 24] || syllables[1 + rank / 576 %% 24]
                        || syllables[1 + rank / 13824 %% 24]
                end
                """.replace("%%", "%"));
        statement.execute("""
                create table made_up.language as
                select code, tag, string_to_array(common, ' ') as common, string_to_array(syllables, ' ') as syllables from (values
                    (0, 'ar', '%s', 'با را سي نو مر كل تا في دو حم عب قر لس جن يد هم زر طو صا ضي غل شم خا وث'),
                    (1, 'ary-Latn', '%s', 'ba ra si nou mer kel ta fi dou 7am 3ab 9ar las jen id hem zer tou sa di ghel chem kha oua'),
                    (2, 'fr', '%s', 'tra mon ver ci ple dur fon gar li beau ter quin for mi ran ces pol vit an cha bri sol gen ou')
                ) as language (code, tag, common, syllables)
                """.formatted(ARABIC, DARIJA, FRENCH));
    }

    private static String texts(int from) {
        return """
                select %s,
                    case when site < 0.9 then 'https://www.' || (array['hespress.com', 'hespress.com', 'le360.ma', 'alyaoum24.com',
                        'medias24.com', 'youtube.com', 'youtube.com', 'facebook.com', 'facebook.com', 'tiktok.com', 'goud.ma',
                        'telquel.ma', 'm.chouftv.ma', 'example.org'])[1 + floor(site * 15)] || '/' || (100000 + number) || '-'
                        || made_up.word(latin.common, latin.syllables, 60 + number) || '.html' end,
                    (select string_agg(made_up.word(made.common, made.syllables, rank), ' ') from (
                        select floor(exp(random() * 12.2))::integer as rank from generate_series(1, 5 + number %% 5) offset 0) as word),
                    (select string_agg(made_up.word(made.common, made.syllables, rank), ' ') from (
                        select floor(exp(random() * 12.2))::integer as rank from generate_series(1, 25 + number %% 45) offset 0) as word)
                        || case when random() < 0.02 then ' braquage' else '' end
                        || case when random() < 0.01 then ' العنف' else '' end
                        || case when random() < 0.005 then ' incendie' else '' end
                        || case when number %% 2000 = 7 then ' Karim Benjelloun' when number %% 2000 = 9 then ' كريم بنجلون'
                            when number %% 20000 = 11 then ' Ouazzani' when number %% 100000 = 13 then ' Zerhouniya'
                            when number %% 100000 = 17 then ' الورزازي' else '' end,
                    made.tag, received_at - interval '1 hour', received_at,
                    case when random() < 0.5 then (array['شارع الزرقطوني', 'Boulevard Mohammed V', 'حي السلام', 'Derb Sultan',
                        'المدينة القديمة', 'Gare Casa-Voyageurs', 'Aïn Diab', 'سيدي مومن'])[1 + floor(random() * 8)] end,
                    %s
                from %s
                join made_up.language made on made.code = case when number %% 20 < 9 then 0 when number %% 20 < 14 then 1 else 2 end
                join made_up.language latin on latin.code = 2
                """.formatted(WHO, ANSWER, chances(from));
    }

    private static String copies(int from) {
        return """
                select %s,
                    regexp_replace(copied.url, '/[0-9]+', '/' || (100000 + number)), copied.title, copied.text, copied.language,
                    report.received_at - interval '1 hour', report.received_at, copied.place, %s, copied.search
                from %s
                join report as copied on copied.receipt = made_up.receipt(number %% %d)
                """.formatted(WHO.replace("received_at", "report.received_at"), ANSWER.replace("received_at", "report.received_at"),
                chances(from), TEXTS);
    }

    /** Numbers and times of some reports, with what is drawn for each. */
    private static String chances(int from) {
        return """
                (select number, random() as drawn_channel, random() as standing, random() as area, random() as filer,
                    random() as site, cast(md5('source' || floor(exp(random() * 5.29))::integer) as uuid) as source,
                    timestamptz '2023-11-01' + number * interval '94.6 seconds' as received_at
                from generate_series(%d, %d) as number) as report""".formatted(from, from + AT_ONCE - 1);
    }

    private static final String WHO = """
            uuidv7(received_at - now()), made_up.receipt(number),
            case when drawn_channel < 0.30 then 'PRESS' when drawn_channel < 0.85 then 'SOCIAL' when drawn_channel < 0.97 then 'CITIZEN'
                when drawn_channel < 0.995 then 'PARTNER' else 'DESK' end,
            case when standing < 0.90 then 'ANSWERED' when standing < 0.96 then 'UNDER_EXAMINATION' else 'RECEIVED' end,
            case when area < 0.10 then 'MA' when area < 0.30 then 'MA-CAS' when area < 0.42 then 'MA-CAS-ANFA'
                when area < 0.50 then 'MA-CAS-MAARIF' when area < 0.65 then 'MA-RAB' when area < 0.70 then 'MA-RAB-AGDAL'
                when area < 0.80 then 'MA-MAR' when area < 0.88 then 'MA-FES' when area < 0.94 then 'MA-TNG'
                when area < 0.98 then 'MA-AGA' when area < 0.998 then 'MA-OUJ' when area < 0.9995 then 'MA-LAA'
                else 'MA-DAK' end,
            case when filer < 0.60 then 'source/' || source when filer < 0.72 then 'partner-press'
                when filer < 0.73 then 'partner-app' when filer < 0.7305 then 'partner-small'
                else 'officer-' || floor(filer * 100) end,
            case when filer < 0.60 then source end""";
    private static final String ANSWER = """
            case when standing < 0.90 then 'FALSE_REPORT' end,
            case when standing < 0.90 then received_at + interval '1 day' end,
            random() < 0.005""";
}
