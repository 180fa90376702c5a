/** Tests of what lies outside the process: the virus scanner. */
@NullMarked
package org.oneseal.cases.storage;

import org.jspecify.annotations.NullMarked;
