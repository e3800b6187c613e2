package ma.balagh.dispatch.personaldata;

/** The lists of words that tell names from other words; each is a section of {@code words.txt}. */
enum WordList {
    /** Written with a capital, and no name of a person: of the administration, of law, of the calendar. */
    ADMINISTRATION,
    /** What a place is called before its name, which may be that of a person. */
    PLACES,
    /** Those of the places that are everybody's, as streets and schools: a name behind them is nobody's. */
    PUBLIC_PLACES,
    /** Between a public place's noun and its name. */
    QUALITIES,
    /** Of an office: nobody's name follows a form of address there. */
    TITLES,
    /** Forms of address, and words that say what somebody is called. */
    HONORIFICS,
    /** What somebody is to others or to the police: a name may stand behind it. */
    PERSONS,
    /** Of a king, whose name is that of a street or a town. */
    REGNAL,
    BRANDS,
    /** Of Arabic: what stands before the name of a product, a ship, a storm. */
    THINGS,
    /** Of Arabic as Morocco writes it, which dictionaries do not have. */
    SPOKEN,
    /** Of Arabic, which begin no name. */
    STOPWORDS,
    /** Of Arabic, with the ending of family names. */
    ADJECTIVES,
    /** What is done by people or to them, beside their names. */
    DEEDS,
    /** Of Arabic: how somebody is found, which is a name, too. */
    STATES,
    /** What else stands between an account and its network: whose it is, and how. */
    ACCOUNTS
}
