package ma.balagh.analysis.urgency;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How soon a dossier should be looked at, and why. It says nothing of what happened, and no verdict follows from it.
 *
 * @param level the one that counts: what a person said last, or else what is reckoned
 * @param lookBy until when somebody should have looked; lists and the laboratory go by it, so what waits long comes first
 * @param reckoned what the reasons amount to
 * @param reasons told in the language that was asked for
 * @param changes what people said, oldest first
 */
public record UrgencyView(
        UrgencyLevel level, Instant lookBy, UrgencyLevel reckoned, List<ReasonView> reasons, List<ChangeView> changes) {

    /** @param code stable, such as {@code urgency.weapon} */
    public record ReasonView(String code, String text) {}

    /**
     * What a person said.
     *
     * @param level absent where they went back to what is reckoned
     * @param reason absent there, too
     * @param by user name
     */
    public record ChangeView(
            @Nullable UrgencyLevel level, @Nullable String reason, String by, Instant at) {}
}
