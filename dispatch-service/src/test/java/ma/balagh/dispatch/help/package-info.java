/** Tests of help between jurisdictions. */
@NullMarked
package ma.balagh.dispatch.help;

import org.jspecify.annotations.NullMarked;
