/** Uploads by tus: media that come in piece by piece, however often the connection or the service breaks meanwhile. */
@NullMarked
package ma.balagh.intake.upload;

import org.jspecify.annotations.NullMarked;
