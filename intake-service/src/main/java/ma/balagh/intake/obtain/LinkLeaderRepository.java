package ma.balagh.intake.obtain;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import ma.balagh.taskqueue.TaskQueue;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code media_link}, while a link is claimed: one of those with the same address is fetched, and the others that
 * are due follow it. They follow only a link whose report has the same readers: others must not learn who named the address
 * before. A link of a report and a link from a page do not follow each other, because they may end differently.
 */
@ApplicationScoped
class LinkLeaderRepository implements TaskQueue.ClaimCheck {

    private static final String READERS = """
            (select case when report.from_partner then report.filed_by else report.jurisdiction end
             from report where report.id = %s.report_id)
            """;

    /** With {@code named}, the link that has the address. */
    private static final String SAME_ADDRESS = """
            link.address_key = named.address_key and (link.found_on is null) = (named.found_on is null)
            and link.id <> named.id and link.follows is null
            and %s = %s
            """.formatted(READERS.formatted("link"), READERS.formatted("named"));

    /** One that was begun and goes on, or that was fetched a short time ago. */
    private static final String LEADER = """
            select link.id
            from media_link named
            join media_link link on %s
            left join media_fetch on media_fetch.id = link.fetch_id
            left join evidence on evidence.id = link.evidence_id
            where named.id = ? and not named.leads
              and evidence.erased_at is null and evidence.hidden is not true
              and (link.state = 'TO_OBTAIN' and link.attempted_at is not null
                   or link.state in ('OBTAINED', 'READ')
                      and coalesce(media_fetch.ended_at, media_fetch.started_at) > now() - ? * interval '1 millisecond')
            order by link.id limit 1
            """.formatted(SAME_ADDRESS);

    /** A dead worker's lease, which nobody can write by any more, goes. */
    private static final String GATHER = """
            update media_link set follows = ?, lease_owner = null, lease_until = null
            where id in (
                select link.id
                from media_link named join media_link link on %s
                where named.id = ? and link.state = 'TO_OBTAIN' and not link.leads and link.next_attempt_at <= now()
                  and (link.lease_until is null or link.lease_until <= now())
                for update of link skip locked)
            """.formatted(SAME_ADDRESS);

    private static final String LEAD = "update media_link set leads = true where id = ? and not leads";

    private final ObtainConfig config;

    LinkLeaderRepository(ObtainConfig config) {
        this.config = config;
    }

    /** Lets all that are due for the address of this link follow it, or it with them another one. */
    @Override
    public boolean mayBeLeased(Connection connection, UUID id) throws SQLException {
        UUID leader = leaderOf(connection, id);
        gather(connection, leader == null ? id : leader);
        return leader == null;
    }

    private @Nullable UUID leaderOf(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LEADER)) {
            query.setObject(1, id);
            query.setLong(2, config.reuse().toMillis());
            try (var row = query.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }

    private static void gather(Connection connection, UUID leader) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(GATHER);
                PreparedStatement lead = connection.prepareStatement(LEAD)) {
            update.setObject(1, leader);
            update.setObject(2, leader);
            if (update.executeUpdate() > 0) {
                lead.setObject(1, leader);
                lead.executeUpdate();
            }
        }
    }
}
