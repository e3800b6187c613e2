/** The portal as a browser sees it, before fake services. */
@NullMarked
package ma.balagh.portal;

import org.jspecify.annotations.NullMarked;
