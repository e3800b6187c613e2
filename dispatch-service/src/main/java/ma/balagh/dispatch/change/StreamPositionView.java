package ma.balagh.dispatch.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param position as the ids of the stream's events are */
record StreamPositionView(
        @Schema(maxLength = StreamPosition.LONGEST) String position) {}
