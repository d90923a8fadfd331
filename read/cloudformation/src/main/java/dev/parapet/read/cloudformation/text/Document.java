package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Fault;
import dev.parapet.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one text.
 *
 * @param root the value that the text stands for, in {@link Value.Null}, {@link Value.Bool}, {@link Value.Number},
 *     {@link Value.Text}, {@link Value.Sequence} and {@link Value.Mapping} alone; of a broken text what stands before the place
 *     where it breaks, without the entry of a second level (a resource) that was being read
 * @param fault why not all of the text was read, or what in it was read past; one for the whole text
 * @param whole whether the text was read to its end
 */
public record Document(Value root, @Nullable Fault fault, boolean whole) {}
