package org.oneseal.catalog.departments;

import java.util.List;
import java.util.Optional;

/** Registered officers. */
public interface Officers {

    Optional<Officer> find(String username);

    /** Officers of a department in order of their username. */
    List<Officer> of(String department, String after, int limit);

    void add(Officer officer);
}
