package ma.balagh.intake.relevance;

import io.quarkus.runtime.annotations.RegisterResources;
import ma.balagh.intake.wording.LocalizedTexts;

/** The wording of reasons, from {@code reason_ar}, {@code reason_fr} and {@code reason_en}. */
@RegisterResources(globs = {"ma/balagh/intake/relevance/*.properties", "ma/balagh/intake/relevance/terms.txt"})
public final class ReasonTexts {

    /** One reason in the three languages. */
    public record ReasonText(String ar, String fr, String en) {}

    private static final LocalizedTexts ARABIC = LocalizedTexts.read(ReasonTexts.class, "reason_ar.properties");
    private static final LocalizedTexts FRENCH = LocalizedTexts.read(ReasonTexts.class, "reason_fr.properties");
    private static final LocalizedTexts ENGLISH = LocalizedTexts.read(ReasonTexts.class, "reason_en.properties");

    private ReasonTexts() {}

    public static ReasonText of(RelevanceReason reason) {
        return new ReasonText(told(ARABIC, reason), told(FRENCH, reason), told(ENGLISH, reason));
    }

    private static String told(LocalizedTexts texts, RelevanceReason reason) {
        String effect = reason.negated() ? "negated" : reason.weight() == 0 ? "uncounted" : "counted";
        return texts.of(effect)
                .replace("{meaning}", texts.of("meaning." + reason.meaning().name()))
                .replace("{where}", texts.of("where." + reason.where().name()))
                .replace("{weight}", (reason.weight() > 0 ? "+" : "−") + Math.abs(reason.weight()))
                // Last, so that nothing in the item's own words is taken for one of the above.
                .replace("{words}", reason.words());
    }
}
