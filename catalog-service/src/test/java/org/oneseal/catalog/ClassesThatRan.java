package org.oneseal.catalog;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Knows which test classes have run so far, so that a test of all of them knows whether they did.
 */
public final class ClassesThatRan implements BeforeAllCallback {

    private static final Set<String> NAMES = new ConcurrentSkipListSet<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        NAMES.add(context.getRequiredTestClass().getSimpleName());
    }

    static Set<String> names() {
        return new TreeSet<>(NAMES);
    }
}
