package ma.balagh.contracts.dispatch;

/** How far a unit has come with its assignment. */
public enum ProgressStatus {
    ACKNOWLEDGED,
    EN_ROUTE,
    ON_SCENE,
    CLEARED
}
