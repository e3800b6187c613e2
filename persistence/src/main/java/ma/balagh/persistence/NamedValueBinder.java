package ma.balagh.persistence;

import java.util.Map;
import org.hibernate.query.CommonQueryContract;

/** Values that a condition names. Who makes the condition says them; the repository whose query it stands in binds them. */
public final class NamedValueBinder {

    private NamedValueBinder() {}

    public static <Q extends CommonQueryContract> Q bind(Map<String, Object> values, Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}
