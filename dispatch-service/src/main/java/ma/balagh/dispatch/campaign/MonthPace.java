package ma.balagh.dispatch.campaign;

import ma.balagh.dispatch.clock.Stage;

/**
 * How long a stage took of what ended in a month, as it was: for nobody's eyes.
 *
 * @param p50 in seconds
 */
record MonthPace(String area, Stage stage, long samples, double p50, double p95) {}
