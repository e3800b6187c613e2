package ma.balagh.portal.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a proposal sends about what happened: only what was filled in. */
public interface FactCommands {

    /** What happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Facts(
            @Nullable String offence,
            @Nullable String summary,
            @Nullable Integer suspects,
            @Nullable Integer victims,
            @Nullable Vehicle vehicle,
            @Nullable String weapon,
            @Nullable String direction,
            @Nullable Boolean dangerContinues) {}

    /** How the suspects' vehicle looks. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Vehicle(@Nullable String kind, @Nullable String colour) {}

    /** The moment that those who are sent are to see. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Still(@Nullable String evidenceId, @Nullable Double at) {}
}
