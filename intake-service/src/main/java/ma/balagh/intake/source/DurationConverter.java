package ma.balagh.intake.source;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Stores a duration in a column of whole milliseconds. */
@Converter
class DurationConverter implements AttributeConverter<Duration, Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    @Override
    public @Nullable Duration convertToEntityAttribute(@Nullable Long milliseconds) {
        return milliseconds == null ? null : Duration.ofMillis(milliseconds);
    }
}
