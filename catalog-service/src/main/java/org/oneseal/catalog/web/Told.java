package org.oneseal.catalog.web;

import java.util.List;
import org.oneseal.catalog.items.Remark;
import org.oneseal.platform.objection.Objection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Objections inside a successful answer, such as a trial or a report, in the reader's language. */
@Component
class Told {

    private final MessageSource messages;

    Told(MessageSource messages) {
        this.messages = messages;
    }

    List<ObjectionView> told(List<Objection> objections) {
        return objections.stream().map(this::told).toList();
    }

    /** What publishing a draft today would answer. */
    CheckView check(List<Objection> objections, List<Remark> remarks) {
        return new CheckView(objections.isEmpty(), told(objections), remarks);
    }

    private ObjectionView told(Objection objection) {
        return new ObjectionView(
                objection.code(),
                messages.getMessage(
                        "objection." + objection.code(),
                        objection.arguments().toArray(),
                        LocaleContextHolder.getLocale()),
                objection.ground(),
                objection.field());
    }
}
