package org.oneseal.catalog.publishing;

import static org.oneseal.catalog.publishing.ObjectionStreams.each;
import static org.oneseal.catalog.publishing.ObjectionStreams.when;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Particulars;
import org.oneseal.catalog.items.ServiceObject;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.objection.Objection;

/** Checks of what a list says of an item beside how it is handled: it fits the rest of the item. */
final class ParticularRules {

    private ParticularRules() {}

    static Stream<Objection> particulars(Candidate c) {
        Particulars particulars = c.content().particulars();
        if (particulars == null) return Stream.empty();
        PublishParameters rules = c.parameters();
        return Stream.of(
                        handlingItem(c, particulars.handlingItem()),
                        when(
                                !particulars.bodyKinds().isEmpty()
                                        && !c.content()
                                                .serviceObjects()
                                                .contains(ServiceObject.LEGAL),
                                () -> Objection.of("body-kinds-without-bodies").at("/bodyKinds")),
                        when(
                                !particulars.jointBodies().isEmpty()
                                        && !c.content().jointHandling(),
                                () ->
                                        Objection.of("joint-bodies-without-joint-handling")
                                                .at("/jointBodies")),
                        topics("/personTopics", particulars.personTopics(), rules.personTopics()),
                        topics("/legalTopics", particulars.legalTopics(), rules.legalTopics()))
                .flatMap(objections -> objections)
                .map(o -> o.at("/particulars" + o.field()));
    }

    private static Stream<Objection> handlingItem(Candidate c, @Nullable String code) {
        String ending = c.parameters().handlingItemEnding();
        return when(
                code != null
                        && !(code.startsWith(c.item().code())
                                && code.substring(c.item().code().length()).matches(ending)),
                () ->
                        Objection.of("handling-item-invalid", String.valueOf(code))
                                .at("/handlingItem"));
    }

    private static Stream<Objection> topics(String at, List<String> said, List<String> known) {
        return each(
                at,
                said.size(),
                i ->
                        when(
                                !known.contains(said.get(i)),
                                () -> Objection.of("topic-unknown", said.get(i))));
    }
}
