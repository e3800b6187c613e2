package ma.balagh.intake.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The media that reports name by address, and the pages on which media are looked for. Implemented by the feature that
 * obtains them. What changes something does so in the caller's transaction.
 */
public interface ReportLinks {

    /**
     * Takes up what a report names; where that is no more than pictures, its own address is a page that may show some.
     *
     * @return the links, in their order
     */
    List<MediaLink> take(Report report, List<String> mediaUrls);

    /** Takes up what is told of a report later, as far as it names none of it yet. */
    void takeMore(UUID reportId, List<String> mediaUrls);

    /**
     * The links of each report, in their order; a report without any is absent. Those whose medium the reader does not see
     * are left out.
     */
    Map<UUID, List<MediaLink>> of(Collection<UUID> reportIds);

    /** A report has got a medium: for a recording its own page is not needed any more. */
    void mediumCame(UUID reportId);

    /** @return whether the link is one of the report's */
    boolean has(UUID reportId, UUID linkId);

    /**
     * A medium was brought by hand for a link.
     *
     * @throws ma.balagh.http.ProblemException 409 when the link's medium is here already
     */
    void brought(UUID linkId, UUID evidenceId);
}
