package org.oneseal.catalog.items;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an item is listed under besides its name: topics, for anybody and for whom, conveniences.
 */
public final class Tags {

    private static final String TOPIC = "TOPIC";

    private Tags() {}

    /** All of an item. */
    public static Set<String> of(ItemContent item) {
        Set<String> tags = new LinkedHashSet<>();
        Particulars particulars = item.particulars();
        if (particulars != null) {
            for (String topic : particulars.personTopics()) {
                tags.add(topic(topic, null));
                tags.add(topic(topic, ServiceObject.NATURAL));
            }
            for (String topic : particulars.legalTopics()) {
                tags.add(topic(topic, null));
                tags.add(topic(topic, ServiceObject.LEGAL));
            }
        }
        for (Convenience kind : Convenience.of(item)) tags.add(convenience(kind));
        for (Reform reform : Reform.of(item)) tags.add(reform(reform));
        tags.add(type(item.itemType()));
        return tags;
    }

    /** Those that are asked for, the shortest lists first; an item that is found is in all. */
    public static List<String> of(ItemSearch search) {
        List<String> tags = new ArrayList<>();
        String topic = search.lists().topic();
        if (topic != null) tags.add(topic(topic, search.object()));
        Reform reform = search.lists().reform();
        if (reform != null) tags.add(reform(reform));
        Convenience kind = search.lists().convenience();
        if (kind != null) tags.add(convenience(kind));
        String type = search.lists().itemType();
        if (type != null) tags.add(type(type));
        return tags;
    }

    private static String topic(String topic, @Nullable ServiceObject object) {
        return (object == null ? TOPIC : object.name()) + "/" + topic;
    }

    private static String reform(Reform reform) {
        return "REFORM/" + reform;
    }

    private static String type(String itemType) {
        return "TYPE/" + itemType;
    }

    private static String convenience(Convenience kind) {
        return "CONVENIENCE/" + kind;
    }
}
