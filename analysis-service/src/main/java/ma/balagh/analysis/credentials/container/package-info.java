/** Where media formats keep content credentials, and which of their bytes a digest covers. */
@NullMarked
package ma.balagh.analysis.credentials.container;

import org.jspecify.annotations.NullMarked;
