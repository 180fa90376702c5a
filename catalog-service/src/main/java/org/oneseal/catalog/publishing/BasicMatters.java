package org.oneseal.catalog.publishing;

import java.util.List;

/** All matters of the basic directory (基本目录), in order of their code. */
@FunctionalInterface
public interface BasicMatters {

    List<BasicDirectory.Entry> all();
}
