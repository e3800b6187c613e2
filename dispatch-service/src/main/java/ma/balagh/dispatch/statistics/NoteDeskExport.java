package ma.balagh.dispatch.statistics;

import jakarta.validation.constraints.NotNull;

/** As what the desk is taken along. */
record NoteDeskExport(@NotNull DeskFileFormat format) {}
