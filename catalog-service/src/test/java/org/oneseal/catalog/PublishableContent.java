package org.oneseal.catalog;

import java.util.Map;

/** What a county's editor would publish, for stories in other packages. */
public final class PublishableContent {

    private PublishableContent() {}

    /** A licence that may be published as it stands. */
    public static Map<String, Object> licence(String uscc, String name, int promised) {
        return CountyDesk.licence(uscc, name, promised);
    }
}
