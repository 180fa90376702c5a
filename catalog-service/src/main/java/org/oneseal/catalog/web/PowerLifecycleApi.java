package org.oneseal.catalog.web;

import org.oneseal.catalog.powers.PowerOutcome;
import org.oneseal.catalog.powers.PublishPower;
import org.oneseal.catalog.powers.ReviewPower;
import org.oneseal.catalog.powers.StopPower;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A power's versions are reviewed and begin; it pauses and ends, but stays in the list. */
@RestController
@RequestMapping("/api/v1/powers/{code}")
class PowerLifecycleApi extends LifecycleApi<PowerOutcome> {

    PowerLifecycleApi(
            PowerAnswers powers, ReviewPower review, PublishPower publish, StopPower stop) {
        super(powers, review::review, publish::publish, stop::suspend, stop::resume, stop::cancel);
    }
}
