package ma.balagh.accuracy.copies;

import java.util.List;

/** Named lists of changes, each with a table of its own. */
public enum ChangeSet {
    POSTED,
    FURTHER,
    HARDER;

    List<ClipChange> changes() {
        return switch (this) {
            case POSTED -> PostedChanges.ALL;
            case FURTHER -> FurtherChanges.ALL;
            case HARDER -> HarderChanges.ALL;
        };
    }

    /** Their names, in the order of the table. */
    public List<String> names() {
        return changes().stream().map(ClipChange::name).toList();
    }
}
