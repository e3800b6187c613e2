package ma.balagh.dispatch.patrol;

/** What can be said of incidents after visits began, beside those before. */
enum EffectVerdict {
    /** Nothing: it is too soon, or too little happened. */
    TOO_FEW,
    /** Chance explains what differs. */
    UNCLEAR,
    FEWER,
    MORE
}
