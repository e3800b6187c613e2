package ma.balagh.intake.relevance;

/** What a term stands for, and with that what finding it does to the score. */
public enum TermMeaning {
    /** The words and hashtags by which people call for safety or publish street robberies. */
    CAMPAIGN(Effect.RAISES),
    /** Taking something by force, threat or surprise, and those who do. */
    ROBBERY(Effect.RAISES),
    /** Weapons. */
    WEAPON(Effect.RAISES),
    /** Violence against people. */
    VIOLENCE(Effect.RAISES),
    /** Bribes and what else a public servant must not take. */
    CORRUPTION(Effect.RAISES),
    /** The police, its people and its places. */
    POLICE(Effect.RAISES),
    /** That there is something to be seen: a video, a camera, that it went around. */
    FOOTAGE(Effect.RAISES),
    /** A word that denies the next of the terms above. */
    NEGATION(Effect.NEGATES),
    /** That what is told did not happen. */
    DENIAL(Effect.LOWERS),
    /** Sport, where attacks and shots hurt nobody. */
    SPORT(Effect.LOWERS),
    /** Films, series and games. */
    FICTION(Effect.LOWERS),
    /** Travelling by air, which French calls as it calls theft. */
    TRAVEL(Effect.LOWERS),
    /** A turn of phrase that holds a term above and means something else. */
    IDIOM(Effect.COVERS);

    /** What finding a term does. */
    enum Effect {
        RAISES,
        LOWERS,
        NEGATES,
        COVERS
    }

    private final Effect effect;

    TermMeaning(Effect effect) {
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }
}
