package org.oneseal.catalog.web;

import java.util.List;
import org.oneseal.catalog.items.Remark;

/**
 * What publishing a draft today would answer.
 *
 * @param publishable whether nothing stands against it
 */
record CheckView(boolean publishable, List<ObjectionView> objections, List<Remark> remarks) {}
