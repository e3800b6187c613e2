package ma.balagh.dispatch.communique;

/** The first line in each language. */
record CommuniqueHeadlines(String ar, String fr, String en) {

    static CommuniqueHeadlines of(CommuniqueTexts texts) {
        return new CommuniqueHeadlines(
                CommuniqueTexts.headline(texts.ar()),
                CommuniqueTexts.headline(texts.fr()),
                CommuniqueTexts.headline(texts.en()));
    }
}
