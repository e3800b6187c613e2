package ma.balagh.portal.referral;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rights of all who were arrested in an incident.
 *
 * @param missing how many duties are missing for all of them together
 */
@TemplateData
public record RightsResponse(List<Person> persons, int missing) {

    /** What the law demands for somebody who is arrested. */
    public enum Duty {
        RIGHTS_READ,
        FAMILY_INFORMED,
        DOCTOR_OFFERED,
        LAWYER_OFFERED,
        GUARDIAN_INFORMED
    }

    /** One arrested person, by number. */
    @TemplateData
    public record Person(int person, boolean minor, List<Done> duties, List<@Nullable Duty> missing) {}

    /** A duty that was done. */
    @TemplateData
    public record Done(@Nullable Duty duty, Instant at, String by) {}

    /**
     * What a page shows of the checklist.
     *
     * @param tells whether the viewer may say what was done
     * @param adds whether people may be numbered: there is no outcome that says how many there are
     * @param queues whether the page keeps what is told until there is a network
     * @param beside what the ids of its elements begin with: a page may have several
     */
    @TemplateData
    public record Panel(
            RightsResponse rights, UUID incidentId, boolean tells, boolean adds, boolean queues, String beside) {

        public boolean isShown() {
            return adds || !rights.persons().isEmpty();
        }
    }
}
