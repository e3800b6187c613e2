package ma.balagh.dispatch.personaldata;

/**
 * Words of a text that stand beside each other.
 *
 * @param from the first of them
 * @param begin the first that is no title
 * @param to the one behind them
 */
record WordSpan(int from, int begin, int to) {}
