/**
 * Child processes of the launcher: started so that they die with it, remembered so that the next
 * start finds what a killed launcher left, and never mistaken for a foreign process that got the
 * same number later. Linux only ({@code /proc}, {@code setpriv}); needs nothing but the JDK,
 * because {@code deploy/down} runs from its source.
 */
@NullMarked
package org.oneseal.local.process;

import org.jspecify.annotations.NullMarked;
