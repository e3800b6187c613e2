package ma.balagh.intake.obtain;

import java.time.Instant;

/** One attempt at one link; closed when its fetch is over, after which nobody interrupts its thread for it. */
record LinkAttempt(LinkTask task, FetchedBytesWriter bytes, Instant started) {}
