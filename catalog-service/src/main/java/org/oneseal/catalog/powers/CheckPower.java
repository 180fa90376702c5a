package org.oneseal.catalog.powers;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.catalog.powers.Power.Checked;
import org.oneseal.catalog.powers.Power.Draft;
import org.oneseal.catalog.publishing.BasicDirectory;
import org.oneseal.catalog.publishing.CodeSchemes;
import org.oneseal.catalog.publishing.PublishRuleBook;
import org.oneseal.catalog.reviewing.ReviewRule;
import org.springframework.stereotype.Component;

/** Puts the checks that hold for a power on a day to its draft. */
@Component
class CheckPower {

    private final PowerDesk desk;
    private final PowerRuleBook ruleBook;
    private final PublishRuleBook publishing;
    private final BasicDirectory matters;
    private final CodeSchemes schemes;

    CheckPower(
            PowerDesk desk,
            PowerRuleBook ruleBook,
            PublishRuleBook publishing,
            BasicDirectory matters,
            CodeSchemes schemes) {
        this.desk = desk;
        this.ruleBook = ruleBook;
        this.publishing = publishing;
        this.matters = matters;
        this.schemes = schemes;
    }

    Checked check(Power power, LocalDate day) {
        ReviewRule reviews = publishing.on(power.region(), day).reviews();
        Draft draft = power.draft();
        if (draft == null) return new Checked(List.of(), reviews);
        PowerChecks.Setting setting =
                new PowerChecks.Setting(
                        power,
                        desk.department(power),
                        ruleBook.on(power.region(), day),
                        matters,
                        schemes.on(power.region(), day));
        return new Checked(PowerChecks.objections(setting, draft.content()), reviews);
    }
}
