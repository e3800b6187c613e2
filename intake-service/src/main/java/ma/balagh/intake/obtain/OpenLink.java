package ma.balagh.intake.obtain;

import java.util.UUID;

/** A link that is about to end: with an attempt of its own, or with that of the link that it follows. */
sealed interface OpenLink permits LinkTask, FollowingLink {

    UUID id();

    UUID reportId();

    String url();
}
