package ma.balagh.accuracy.report;

/** A part of the output that can be asked for alone. */
public enum OutputSection {
    POSTED("The changes as people post them"),
    FURTHER("Other ways and strengths"),
    HARDER("Harder ways"),
    SAME_PLACE("One place at other times"),
    ERRORS("False matches and scores"),
    WRITING("Writing and logos over the picture"),
    ORDINARY("Findings on ordinary clips"),
    COST("What it costs"),
    MEMORY("The memory it takes"),
    INDEX("The index, by JMH"),
    LOOKUPS("Many frames at once"),
    GROWTH("How the index grows"),
    SCALE("A large base"),
    SOUNDS("Many sounds"),
    REDACTION("Whether a face slips");

    private final String title;

    OutputSection(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether it is measured on the clips that are given, and is not much longer than they are many. */
    public boolean isUsual() {
        return compareTo(MEMORY) <= 0;
    }
}
