package org.oneseal.market.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.objection.Objection;

/**
 * What an application must show, all of it told at once: at the counter and again on the day of the
 * formal check.
 *
 * @param types service types in force
 * @param elsewhere certificate numbers of practitioners who are listed with another institution
 * @param restrictions what keeps the institution out of the market today
 * @param today Asia/Shanghai
 */
record AdmissionRules(
        List<ServiceType> types,
        Set<String> elsewhere,
        List<Restriction> restrictions,
        LocalDate today) {

    List<Objection> objections(Application application) {
        List<Objection> objections = new ArrayList<>();
        identity(application, objections);
        for (Restriction restriction : restrictions) {
            objections.add(restriction.objection());
        }
        qualifications(application, objections);
        practitioners(application, objections);
        services(application, objections);
        return List.copyOf(objections);
    }

    private static void identity(Application application, List<Objection> objections) {
        if (application.name().isBlank()) {
            objections.add(Objection.of("name-missing").at("/name"));
        }
        if (!UnifiedSocialCreditCode.isValid(application.uscc())) {
            objections.add(
                    Objection.of("uscc-invalid", application.uscc())
                            .withGround("GB 32100-2015")
                            .at("/uscc"));
        }
    }

    private void qualifications(Application application, List<Objection> objections) {
        List<Qualification> qualifications = application.qualifications();
        for (int i = 0; i < qualifications.size(); i++) {
            Qualification qualification = qualifications.get(i);
            String at = "/qualifications/" + i;
            if (qualification.type().isBlank() || qualification.number().isBlank()) {
                objections.add(Objection.of("qualification-incomplete").at(at));
            }
            if (!qualification.holdsOn(today)) {
                objections.add(
                        Objection.of(
                                        "qualification-expired",
                                        qualification.number(),
                                        String.valueOf(qualification.validTo()))
                                .at(at + "/validTo"));
            }
        }
    }

    private void practitioners(Application application, List<Objection> objections) {
        List<Practitioner> practitioners = application.practitioners();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < practitioners.size(); i++) {
            Practitioner practitioner = practitioners.get(i);
            String at = "/practitioners/" + i;
            String number = practitioner.certificateNumber();
            if (practitioner.name().isBlank() || number.isBlank()) {
                objections.add(Objection.of("practitioner-incomplete").at(at));
            }
            if (CitizenNumber.isValid(number)) {
                objections.add(
                        Objection.of("certificate-is-citizen-number")
                                .at(at + "/certificateNumber"));
            } else if (elsewhere.contains(number)) {
                objections.add(
                        Objection.of("practitioner-elsewhere", number)
                                .at(at + "/certificateNumber"));
            }
            if (!seen.add(number)) {
                objections.add(
                        Objection.of("practitioner-twice", i + 1).at(at + "/certificateNumber"));
            }
            if (!practitioner.holdsOn(today)) {
                objections.add(Objection.of("practitioner-expired", i + 1).at(at + "/validTo"));
            }
        }
    }

    private void services(Application application, List<Objection> objections) {
        if (application.services().isEmpty()) {
            objections.add(Objection.of("services-missing").at("/services"));
        }
        Map<String, ServiceType> known =
                types.stream().collect(Collectors.toMap(ServiceType::code, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < application.services().size(); i++) {
            String code = application.services().get(i);
            String at = "/services/" + i;
            if (!seen.add(code)) {
                objections.add(Objection.of("service-twice", code).at(at));
                continue;
            }
            ServiceType type = known.get(code);
            if (type == null) {
                objections.add(Objection.of("service-unknown", code).at(at));
                continue;
            }
            String needed = type.qualification();
            if (needed != null
                    && application.qualifications().stream()
                            .noneMatch(q -> q.type().equals(needed) && q.holdsOn(today))) {
                objections.add(
                        Objection.of("qualification-missing", type.name(), needed)
                                .withGround(type.legalBasis())
                                .at(at));
            }
            long able = application.practitioners().stream().filter(p -> p.holdsOn(today)).count();
            if (able < type.practitioners()) {
                objections.add(
                        Objection.of(
                                        "practitioners-too-few",
                                        type.name(),
                                        type.practitioners(),
                                        able)
                                .withGround(type.legalBasis())
                                .at(at));
            }
        }
    }

    /** Until when each service can be offered: the last day of the longest qualification for it. */
    static List<Offering> offered(Application application, List<ServiceType> types) {
        Map<String, ServiceType> known =
                types.stream().collect(Collectors.toMap(ServiceType::code, Function.identity()));
        List<Offering> offered = new ArrayList<>();
        for (String code : application.services()) {
            ServiceType type = known.get(code);
            if (type == null) continue;
            String needed = type.qualification();
            if (needed == null) {
                offered.add(new Offering(code, null));
                continue;
            }
            List<Qualification> fitting =
                    application.qualifications().stream()
                            .filter(q -> q.type().equals(needed))
                            .toList();
            if (fitting.stream().anyMatch(q -> q.validTo() == null)) {
                offered.add(new Offering(code, null));
            } else {
                fitting.stream()
                        .map(Qualification::validTo)
                        .flatMap(Stream::ofNullable)
                        .max(LocalDate::compareTo)
                        .ifPresent(last -> offered.add(new Offering(code, last)));
            }
        }
        return offered;
    }
}
