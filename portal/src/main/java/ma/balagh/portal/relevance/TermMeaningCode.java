package ma.balagh.portal.relevance;

import io.quarkus.qute.TemplateData;

/** What finding a term says. */
@TemplateData
public enum TermMeaningCode {
    CAMPAIGN(Effect.RAISES),
    ROBBERY(Effect.RAISES),
    WEAPON(Effect.RAISES),
    VIOLENCE(Effect.RAISES),
    CORRUPTION(Effect.RAISES),
    POLICE(Effect.RAISES),
    FOOTAGE(Effect.RAISES),
    DENIAL(Effect.LOWERS),
    SPORT(Effect.LOWERS),
    FICTION(Effect.LOWERS),
    TRAVEL(Effect.LOWERS),
    NEGATION(Effect.CANCELS),
    IDIOM(Effect.CANCELS);

    /** What it does to the score. */
    public enum Effect {
        RAISES,
        LOWERS,
        CANCELS
    }

    private final Effect effect;

    TermMeaningCode(Effect effect) {
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }
}
