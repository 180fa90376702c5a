/** The vault of documents on a file system; another one may take its place behind the same port. */
@NullMarked
package org.oneseal.cases.storage;

import org.jspecify.annotations.NullMarked;
