/** The compartment of internal affairs: inquiries, which for everybody else do not exist. */
@NullMarked
package ma.balagh.dispatch.inquiry;

import org.jspecify.annotations.NullMarked;
