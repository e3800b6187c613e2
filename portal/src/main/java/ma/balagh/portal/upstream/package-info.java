/** Calls the services in the viewer's name, and explains their problems. */
@NullMarked
package ma.balagh.portal.upstream;

import org.jspecify.annotations.NullMarked;
