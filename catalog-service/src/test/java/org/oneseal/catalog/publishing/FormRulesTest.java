package org.oneseal.catalog.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.publishing.ChangedItems.changed;
import static org.oneseal.catalog.publishing.ChangedItems.codes;
import static org.oneseal.catalog.publishing.ChangedItems.done;
import static org.oneseal.catalog.publishing.ChangedItems.edited;
import static org.oneseal.catalog.publishing.ChangedItems.formed;
import static org.oneseal.catalog.publishing.ChangedItems.objections;
import static org.oneseal.catalog.publishing.ChangedItems.publish;

import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.Item;
import org.oneseal.catalog.items.ItemSamples;
import org.oneseal.platform.objection.Objection;

/** A form of an item: its version goes up when it changes, and none of them can hold up a check. */
class FormRulesTest {

    @Test
    void aFormThatHasChangedHasAHigherVersion() {
        Item published = done(publish(ItemSamples.draft(formed(1, "string"))));
        assertThat(codes(publish(edited(published, formed(1, "number")))))
                .containsExactly("form-version-not-raised");
        assertThat(codes(publish(edited(published, formed(2, "number"))))).isEmpty();
        Item second = done(publish(edited(published, formed(2, "number"))));
        assertThat(codes(publish(edited(second, formed(1, "string")))))
                .containsExactly("form-version-not-raised");
    }

    @Test
    void aFormThatRefersToItselfForEverOrIsTooLargeIsRefusedNotRun() {
        String endless =
                """
                {"forms":[{"code":"f","name":"表","version":1,"sample":{},
                 "schema":{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","$ref":"#"}}]}
                """;
        assertThat(objections(changed(endless)))
                .extracting(Objection::code)
                .containsExactly("form-schema-broken");
        assertThat(objections(formed(1, "x".repeat(70_000))))
                .extracting(Objection::code)
                .containsExactly("form-too-large");
    }
}
