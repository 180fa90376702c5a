package org.oneseal.catalog.registers;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.catalog.words.Folded;
import org.oneseal.platform.objection.Objection;

/** The names by which people call an item (俗称); it is found by each as by its own name. */
public record ItemAliases(List<String> names) implements EntryBody {

    private static final int LONGEST = 60;

    public ItemAliases {
        names = names.stream().map(String::strip).distinct().toList();
    }

    @Override
    public Register register() {
        return Register.ALIASES;
    }

    @Override
    public List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int length = Folded.key(names.get(i)).length();
            if (length < 2 || length > LONGEST) {
                objections.add(
                        Objection.of("alias-length", names.get(i), String.valueOf(LONGEST))
                                .at("/names/" + i));
            }
        }
        return objections;
    }

    @Override
    public List<String> words() {
        return names;
    }
}
