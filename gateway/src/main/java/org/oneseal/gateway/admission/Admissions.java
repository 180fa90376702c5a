package org.oneseal.gateway.admission;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.Map;
import org.oneseal.gateway.GatewaySettings;
import org.oneseal.gateway.routing.Upstream;
import org.springframework.stereotype.Component;

/** One admission a service, named by its segment, and its figures. */
@Component
class Admissions implements MeterBinder {

    private final Map<String, Admission> byService = new HashMap<>();

    Admissions(GatewaySettings settings) {
        for (Upstream upstream : Upstream.values()) {
            byService.put(upstream.segment(), new Admission(settings.admission()));
        }
    }

    Admission of(String service) {
        Admission admission = byService.get(service);
        if (admission == null) throw new IllegalArgumentException("no service " + service);
        return admission;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        byService.forEach(
                (service, admission) -> {
                    Gauge.builder("oneseal.gateway.admission.limit", admission, Admission::limit)
                            .description("Requests that may be under way at once")
                            .tag("service", service)
                            .register(registry);
                    Gauge.builder(
                                    "oneseal.gateway.admission.under.way",
                                    admission,
                                    Admission::underWay)
                            .description("Requests that are under way")
                            .tag("service", service)
                            .register(registry);
                });
    }
}
