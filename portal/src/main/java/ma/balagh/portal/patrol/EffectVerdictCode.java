package ma.balagh.portal.patrol;

import io.quarkus.qute.TemplateData;

/** What can be said of incidents after visits began, beside those before. */
@TemplateData
public enum EffectVerdictCode {
    TOO_FEW,
    UNCLEAR,
    FEWER,
    MORE
}
