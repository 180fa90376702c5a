package org.oneseal.catalog.departments;

import java.time.Instant;
import java.util.List;

/** Tells the other services which departments there are. */
public interface DepartmentAnnouncements {

    void registered(List<Department> departments, Instant at);
}
