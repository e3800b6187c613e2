package ma.balagh.analysis.rendition;

import java.util.List;
import ma.balagh.analysis.packet.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * How a rendition was made, so that a court can check it and somebody else can repeat it.
 *
 * @param tool the program and its version
 * @param commands its calls, beside the original as file {@code medium}; of a redaction what comes from the first goes
 *     through the painter into the second
 * @param complaints what the program said meanwhile, in its words
 * @param hidden what was painted over; null where nothing was to be
 */
record RenditionProvenance(
        String tool,
        List<String> commands,
        List<String> complaints,
        @Nullable Hidden hidden) {

    /**
     * What was painted over. A machine proposes it: a person looks before anything leaves the agency.
     *
     * @param faces how many times something that looks like a face was followed; one person can be so several times
     * @param pictures in which anything is hidden
     * @param doubtful seconds in which something is hidden by a guess: to be looked at first
     */
    record Hidden(int faces, int pictures, List<TimeSpan> doubtful) {

        Hidden {
            doubtful = List.copyOf(doubtful);
        }
    }

    RenditionProvenance {
        commands = List.copyOf(commands);
        complaints = List.copyOf(complaints);
    }
}
