/**
 * What actions are needed on, in the words of the template and as ARNs that the IAM engine can compare: {@link
 * dev.parapet.core.need.resource.TemplateWords} is the door.
 */
@NullMarked
package dev.parapet.core.need.resource;

import org.jspecify.annotations.NullMarked;
