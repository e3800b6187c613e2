package ma.balagh.persistence;

import org.hibernate.query.NativeQuery;
import org.hibernate.query.QueryProducer;
import org.hibernate.query.sql.internal.NativeQueryImpl;

/**
 * A native query of one column. It is made here because of what Hibernate (7.2) does where it is told the class of a basic
 * value alone: two such queries are never equal to it, though they are the same text, so that it plans each anew, keeps the
 * plan in vain, and pushes all plans out that are worth keeping. Told also where the column stands, it finds the plan.
 */
public final class ScalarQuery {

    private ScalarQuery() {}

    /**
     * @param sql selects one column
     * @param type a basic type that Hibernate knows
     */
    public static <T> NativeQuery<T> of(QueryProducer session, String sql, Class<T> type) {
        var query = session.createNativeQuery(sql, type);
        ((NativeQueryImpl<T>) query).addScalar(1, type);
        return query;
    }
}
