/** How the portal speaks to the services: in the caller's name, and what their problems mean to a person. */
@NullMarked
package ma.balagh.portal.upstream;

import org.jspecify.annotations.NullMarked;
