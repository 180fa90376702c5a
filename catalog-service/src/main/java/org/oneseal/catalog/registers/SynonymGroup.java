package org.oneseal.catalog.registers;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.catalog.words.Folded;
import org.oneseal.platform.objection.Objection;

/**
 * Words that mean the same where people search (同义词), such as 饭馆 and 餐饮服务.
 *
 * @param words each finds what the others find
 */
public record SynonymGroup(List<String> words) implements EntryBody {

    private static final int LONGEST = 20;

    public SynonymGroup {
        words = words.stream().map(Folded::key).distinct().sorted().toList();
    }

    @Override
    public Register register() {
        return Register.SYNONYMS;
    }

    @Override
    public List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (words.size() < 2) objections.add(Objection.of("synonyms-too-few").at("/words"));
        for (String word : words) {
            int length = word.codePointCount(0, word.length());
            if (length < 2 || length > LONGEST) {
                objections.add(
                        Objection.of("synonym-length", word, String.valueOf(LONGEST)).at("/words"));
            }
        }
        return objections;
    }
}
