package ma.balagh.platform.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A role that a service, or something beside it, works as: what it owns, what it is granted, and what the database
 * refuses it (ADR 047).
 */
public final class DatabaseRoleProbe {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
            """;

    /** By a trigger before each update (16) that lets insertions (4) pass, without a condition. */
    private static final String APPEND_ONLY = """
            select tgrelid from pg_trigger
            where tgfoid::regproc::text like 'refuse\\_%' and tgqual is null and tgtype & (16 | 4) = 16
            """;

    private final DataSource pool;

    public DatabaseRoleProbe(DataSource pool) {
        this.pool = pool;
    }

    /** Whatever in the database belongs to it, the roles that it is a member of and the attributes that it has. */
    public Set<String> possessions() {
        return query("""
                with me as (select * from pg_roles where rolname = current_user)
                select relname from pg_class where relowner = (select oid from me)
                union all select proname from pg_proc where proowner = (select oid from me)
                union all select nspname from pg_namespace where nspowner = (select oid from me)
                union all select datname from pg_database where datdba = (select oid from me)
                union all select roleid::regrole::text from pg_auth_members where member = (select oid from me)
                union all select 'attributes' from me
                    where rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
                """);
    }

    /** All tables and views, Flyway's history among them. */
    public Set<String> tables() {
        return query(TABLES);
    }

    /** Tables and views that it has that privilege on, or on some of whose columns. */
    public Set<String> tablesWith(String privilege) {
        return query(TABLES
                + switch (privilege) {
                    case "select", "insert", "update" -> "and has_any_column_privilege(oid, '%s')".formatted(privilege);
                    default -> "and has_table_privilege(oid, '%s')".formatted(privilege);
                });
    }

    /** Tables and views that it may write to in any way. */
    public Set<String> changedTables() {
        return query(
                TABLES
                        + "and (has_any_column_privilege(oid, 'insert, update') or has_table_privilege(oid, 'delete, truncate, maintain'))");
    }

    /** Tables whose trigger refuses every change of a row. */
    public Set<String> appendOnlyTables() {
        return query("select relname from pg_class where oid in (%s)".formatted(APPEND_ONLY));
    }

    /** Those of the statements that are not refused for want of a privilege. None has any effect. */
    public List<String> permitted(Stream<String> statements) {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            var permitted = new ArrayList<String>();
            for (var sql : statements.toList()) {
                if (!isRefused(connection, sql)) {
                    permitted.add(sql);
                }
            }
            return permitted;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Of each of those tables: a change of each column, and a deletion. */
    public Stream<String> changesOfAppendOnlyTables() {
        return query("""
                select format('update %%1$I set %%2$I = %%2$I', relname, attname)
                from pg_class join pg_attribute on attrelid = pg_class.oid
                where attnum > 0 and not attisdropped and pg_class.oid in (%1$s)
                union all
                select format('delete from %%I', relname) from pg_class where oid in (%1$s)
                """.formatted(APPEND_ONLY)).stream();
    }

    /** What only an owner does, with the schema, with each table and with each constraint. */
    public Stream<String> statementsOfAnOwner() {
        var anywhere = Stream.of(
                "create table intruder (id integer)",
                "create temporary table intruder (id integer)",
                "create schema intruder",
                "create function intruder() returns integer language sql return 1",
                "set session_replication_role = replica",
                "alter role current_user createrole",
                "update flyway_schema_history set success = false",
                "delete from flyway_schema_history");
        var tables = query(TABLES + "and relkind = 'r'").stream()
                .flatMap(table -> Stream.of(
                        "truncate " + table,
                        "drop table " + table,
                        "alter table %s disable trigger all".formatted(table),
                        "alter table %s add column intruder integer".formatted(table),
                        "alter table %s owner to current_user".formatted(table),
                        "create index on %s ((1))".formatted(table)));
        var constraints = query("""
                select format('alter table %I drop constraint %I', relname, conname)
                from pg_constraint join pg_class on pg_class.oid = conrelid
                where connamespace = 'public'::regnamespace and contype <> 'n'
                """).stream();
        return Stream.of(anywhere, tables, constraints).flatMap(statements -> statements);
    }

    private static boolean isRefused(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return false;
        } catch (SQLException e) {
            return INSUFFICIENT_PRIVILEGE.equals(e.getSQLState());
        } finally {
            connection.rollback();
        }
    }

    private Set<String> query(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new TreeSet<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
