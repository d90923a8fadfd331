/**
 * Which calls of a handler are calls of a cloud's API: {@link dev.parapet.core.need.sdk.SdkCalls} is the door. One dialect for each
 * language's SDKs says it in the API's own names.
 */
@NullMarked
package dev.parapet.core.need.sdk;

import org.jspecify.annotations.NullMarked;
