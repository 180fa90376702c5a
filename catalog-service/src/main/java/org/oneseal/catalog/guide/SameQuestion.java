package org.oneseal.catalog.guide;

import java.util.List;

/** Whether two guides ask the same: the same code, kind and options, whatever the wording. */
public final class SameQuestion {

    private SameQuestion() {}

    public static boolean same(Question one, Question other) {
        return one.code().equals(other.code())
                && one.kind() == other.kind()
                && options(one).equals(options(other));
    }

    private static List<String> options(Question question) {
        return question.options().stream().map(Question.Option::code).sorted().toList();
    }
}
