/** An object store that speaks S3 for those who want their evidence in one: Adobe's S3Mock in a JVM of its own. */
@NullMarked
package ma.balagh.platform.objectstore;

import org.jspecify.annotations.NullMarked;
