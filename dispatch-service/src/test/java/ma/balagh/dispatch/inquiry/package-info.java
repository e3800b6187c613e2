/** Tests of inquiries. */
@NullMarked
package ma.balagh.dispatch.inquiry;

import org.jspecify.annotations.NullMarked;
