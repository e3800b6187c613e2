package ma.balagh.intake.obtain;

import java.time.Instant;

/** One attempt at one link. */
record LinkAttempt(LinkTask task, FetchedBytesWriter bytes, Instant started) {}
