package ma.balagh.portal.dossier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a finding says, for the methods that the portal knows: in the viewer's language rather than the laboratory's. */
public enum Statement {
    EVIDENCE_DIGEST_PASS,
    EVIDENCE_DIGEST_FAIL,
    MEDIA_CONTAINER_PASS,
    MEDIA_CONTAINER_FAIL,
    MEDIA_DECODING_PASS,
    MEDIA_DECODING_FAIL,
    MEDIA_DECODING_UNKNOWN,
    MEDIA_DURATION_PASS,
    MEDIA_DURATION_STILL,
    MEDIA_DURATION_FAIL,
    MEDIA_DURATION_UNKNOWN,
    METADATA_RECORDED_ON_PASS,
    METADATA_RECORDED_ON_FAIL,
    METADATA_RECORDED_ON_UNKNOWN,
    METADATA_RECORDED_ON_UNSET,
    METADATA_LOCATION_PASS,
    METADATA_LOCATION_FAIL,
    METADATA_LOCATION_UNKNOWN,
    METADATA_LOCATION_UNSET,
    FOOTAGE_COMPARISON_PASS,
    FOOTAGE_COMPARISON_UNKNOWN,
    EXAMINATION_COMPLETION_FAIL,
    OTHER;

    private static final FindingDetail.Fact STILL = FindingDetail.Fact.of(FindingDetail.Label.LENGTH, "0 s");

    static Statement of(Method method, Examination.@Nullable Result result, FindingDetail told) {
        String name = method + "_" + result;
        return Arrays.stream(values())
                .filter(statement -> statement.name().equals(name))
                .findFirst()
                .map(statement -> statement.inView(told))
                .orElse(OTHER);
    }

    /** Some methods come to one result for two reasons, which the figures tell apart. */
    private Statement inView(FindingDetail told) {
        if (this == MEDIA_DURATION_PASS && told.facts().contains(STILL)) {
            return MEDIA_DURATION_STILL;
        }
        if (this == METADATA_RECORDED_ON_UNKNOWN
                && (told.tells(FindingDetail.Label.RECORDED) || told.tells(FindingDetail.Label.CLOCK))) {
            return METADATA_RECORDED_ON_UNSET;
        }
        return this == METADATA_LOCATION_UNKNOWN && told.tells(FindingDetail.Label.COORDINATES)
                ? METADATA_LOCATION_UNSET
                : this;
    }
}
