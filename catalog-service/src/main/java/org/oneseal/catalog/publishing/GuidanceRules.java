package org.oneseal.catalog.publishing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.GuideChecks;
import org.oneseal.catalog.guide.GuideSubject;
import org.oneseal.catalog.items.Fee;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.publishing.PublishRule.Candidate;
import org.oneseal.platform.objection.Objection;

/** Checks of the questions that lead an applicant: they speak of what the item has. */
final class GuidanceRules {

    private GuidanceRules() {}

    static Stream<Objection> guidance(Candidate c) {
        Guide guide = c.content().guidance();
        if (guide == null) return Stream.empty();
        GuideSubject subject =
                GuideSubject.ofItem(
                        c.content().materials().stream()
                                .map(Material::code)
                                .collect(Collectors.toSet()),
                        c.content().fees().stream().map(Fee::name).collect(Collectors.toSet()),
                        c.packages()::published);
        return GuideChecks.objections(guide, subject, c.parameters().guide(), c.conditions())
                .stream()
                .map(o -> o.at("/guidance" + o.field()));
    }
}
