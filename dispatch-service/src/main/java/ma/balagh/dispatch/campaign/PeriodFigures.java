package ma.balagh.dispatch.campaign;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the public is shown of an area and of whole months that follow each other.
 *
 * @param waiting reports without an answer at the end of the last month; null for fewer than ten
 */
public record PeriodFigures(
        YearMonth first,
        YearMonth last,
        PublicFigures figures,
        @Nullable Long waiting) {}
