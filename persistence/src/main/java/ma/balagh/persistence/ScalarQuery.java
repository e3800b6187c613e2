package ma.balagh.persistence;

import org.hibernate.query.NativeQuery;
import org.hibernate.query.QueryProducer;
import org.hibernate.query.sql.internal.NativeQueryImpl;

/**
 * A native query of one column. Hibernate 7.2 keeps the plan of a query for the next call. Of a query that is made with the
 * class of a basic value alone, it never finds the plan again. So it plans each call anew, and the plans that it keeps in
 * vain push the useful ones out. A query that also names the position of the column does not have that fault.
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
