package ma.balagh.dispatch.communique;

import java.time.Instant;

/** Who did something to a communiqué, and when. */
record CommuniqueAct(String by, Instant at) {}
