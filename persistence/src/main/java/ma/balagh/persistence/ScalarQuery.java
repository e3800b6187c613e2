package ma.balagh.persistence;

import org.hibernate.query.NativeQuery;
import org.hibernate.query.QueryProducer;
import org.hibernate.query.sql.internal.NativeQueryImpl;

/**
 * A native query of one column. Hibernate 7.2 keeps the plans of queries, but never finds one again when it is told only
 * the class of a basic value: it plans each call anew and keeps that plan, too, until the useful ones are pushed out. When
 * it is also told the position of the column, it finds the plan.
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
