package ma.balagh.intake.obtain;

import java.time.Instant;

/** One attempt at one link. */
record Attempt(LinkTask task, FetchedBytes bytes, Instant started) {}
