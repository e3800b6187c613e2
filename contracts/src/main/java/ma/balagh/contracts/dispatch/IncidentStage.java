package ma.balagh.contracts.dispatch;

/** What an incident waits for, in order; each wait has a target. Three of them are waits for one unit that was sent. */
public enum IncidentStage {
    OPEN_TO_ASSIGNED,
    ASSIGNED_TO_ACKNOWLEDGED,
    ACKNOWLEDGED_TO_EN_ROUTE,
    EN_ROUTE_TO_ON_SCENE,
    ON_SCENE_TO_OUTCOME,
    OUTCOME_TO_REFERRED
}
