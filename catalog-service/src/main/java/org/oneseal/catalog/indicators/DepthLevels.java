package org.oneseal.catalog.indicators;

import java.util.List;

/** The table of levels of online depth (网办深度分级), best first; a deployment may have its own. */
@FunctionalInterface
public interface DepthLevels {

    List<DepthLevel> all();
}
