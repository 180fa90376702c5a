package org.oneseal.catalog.items;

import org.oneseal.catalog.departments.Department;

/** Told of every change of an item, in its transaction, so that searches find what holds now. */
public interface ItemIndex {

    void changed(Item item, Department department);
}
