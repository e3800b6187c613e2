package ma.balagh.jdbi;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads enums as the names of their constants. JDBI does the same, but looks for annotations on the constants'
 * fields first, which a native image cannot reflect upon.
 */
final class EnumsByName implements ArgumentFactory, ColumnMapperFactory {

    @Override
    public Optional<Argument> build(Type type, @Nullable Object value, ConfigRegistry config) {
        return value instanceof Enum<?> constant
                ? Optional.of((position, statement, context) -> statement.setString(position, constant.name()))
                : Optional.empty();
    }

    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
        return type instanceof Class<?> wanted && wanted.isEnum()
                ? Optional.of((row, column, context) -> constant(wanted, row.getString(column)))
                : Optional.empty();
    }

    private static @Nullable Object constant(Class<?> type, @Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(constant -> ((Enum<?>) constant).name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(type.getSimpleName() + " has no " + name));
    }
}
